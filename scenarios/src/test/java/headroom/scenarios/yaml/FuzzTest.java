package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.scenarios.text.InputException;
import headroom.scenarios.text.ScenarioFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged scenario files are read, or complained of; nothing else happens, and it ends. */
class FuzzTest {

  private static final int FILES = 2000;
  /** Of processor time: far more than any takes, and far less than what grows without bound. */
  private static final long MOST_NANOS = 10_000_000_000L;

  private static final List<String> PIECES = List.of(
      "",
      " ",
      "\n",
      "\t",
      ":",
      "-",
      "{",
      "}",
      "[",
      "]",
      ",",
      "#",
      "&a ",
      "*a",
      "!x ",
      "|",
      ">",
      "'",
      "\"",
      "~",
      "null",
      "true",
      "0",
      "-1",
      "1e99",
      "99999999999999999999",
      "NaN",
      ".inf",
      "5m",
      "0s",
      "-5m",
      "1ns",
      "100000d",
      "0/s",
      "1e300/s",
      "1e-300/s",
      "50%",
      "0%",
      "-3%",
      "9e9 PB",
      "a",
      "web",
      "lb",
      "\u0000",
      "\uFEFF",
      "\ud83d\ude00",
      "é",
      "../x",
      "<<: *a",
      "---\n",
      "...",
      "? ",
      "%YAML 1.1\n",
      "2026-07-01",
      "9999-12-31T23:59:59Z");

  private long slowest;

  @Test
  void aDamagedFileIsReadOrComplainedOf(@TempDir Path folder) throws IOException {
    String everything = Everything.text();
    ScenarioFolder beside = Everything.in(folder);
    int read = 0;
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      String base = random.nextInt(3) == 0 ? Reading.WEB_SHOP : everything;
      read += isRead(damaged(base, random), beside, seed) ? 1 : 0;
    }
    assertTrue(slowest < MOST_NANOS, "the slowest took " + slowest + " ns");
    // Else the damage would be so great that only the first lines of the reader were tried.
    assertTrue(read > FILES / 50 && read < FILES / 2, read + " of " + FILES + " could be read");
  }

  private boolean isRead(String text, ScenarioFolder folder, int seed) {
    long before = cpuNanos();
    try {
      Loaded loaded = Reading.loaded(text, folder);
      Reading.loaded(loaded.trial().origin().text(), folder);
      return true;
    } catch (InputException e) {
      assertTrue(!e.complaints().isEmpty() && String.valueOf(e.getMessage()).length() < 100_000);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ":\n" + text, e);
    } finally {
      // The first files pay for loading the classes.
      slowest = seed < 100 ? 0 : Math.max(slowest, cpuNanos() - before);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String damaged(String text, Random random) {
    String damaged = text;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static String once(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(10));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, from) + piece + text.substring(from);
      case 2 -> otherValue(text, from, piece);
      default ->
        text.substring(0, from)
            + text.substring(to, Math.min(text.length(), to + 20))
            + text.substring(from);
    };
  }

  /** Puts a piece where the next value stands. */
  private static String otherValue(String text, int from, String piece) {
    int colon = text.indexOf(": ", from);
    if (colon < 0) {
      return text + piece;
    }
    int end = colon + 2;
    while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, colon + 2) + piece + text.substring(end);
  }
}
