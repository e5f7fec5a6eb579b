package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.scenarios.experiment.RunFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What helps to begin: examples of every command, a starter, a look at the machine, completion. */
class HelpTest {

  private static final RunFunction ENGINE = (scenario, seed, shown) -> Engine.run(scenario, seed);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private CommandTree tree(int columns) {
    Terminal terminal =
        new Terminal(Terminal.printing(out), Terminal.printing(err), false, columns);
    return new CommandTree(new Program(terminal, new ScenarioShelf(), ENGINE, ENGINE));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<CommandLine> commands(CommandLine top) {
    List<CommandLine> all = new ArrayList<>();
    for (CommandLine each : top.getSubcommands().values()) {
      all.add(each);
      all.addAll(commands(each));
    }
    return all;
  }

  @Test
  void everyCommandHasExamplesThatAreCommandLines() {
    CommandLine top = tree(200).commands();
    int examples = 0;
    for (CommandLine command : commands(top)) {
      String help = command.getUsageMessage();
      assertTrue(help.contains("For example:"), help);
      for (String line : help.substring(help.indexOf("For example:")).lines().toList()) {
        if (line.startsWith("  headroom ")) {
          top.parseArgs(words(line.strip().substring("headroom ".length())));
          examples++;
        }
      }
    }
    assertTrue(examples > 20, "" + examples);
  }

  private static String[] words(String line) {
    Matcher words = WORD.matcher(line.replaceAll(" > .*", ""));
    List<String> all = new ArrayList<>();
    while (words.find()) {
      all.add(words.group(1) == null ? words.group(2) : words.group(1));
    }
    return all.toArray(String[]::new);
  }

  @Test
  void theStarterPassesTheCheckWithoutAWarningAndIsNeverWrittenOver(@TempDir Path home)
      throws IOException {
    Path file = home.resolve("mine.yaml");
    assertEquals(0, tree(100).execute("new", file.toString()));
    assertTrue(said().endsWith("mine.yaml\n"), said());
    String text = Files.readString(file);
    assertTrue(text.lines().filter(line -> line.contains("#")).count() > 15, "commented");
    assertEquals(0, tree(100).execute("check", file.toString()));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    Files.writeString(file, "mine");
    assertEquals(2, tree(100).execute("new", file.toString()));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void whatTheMachineLacksIsSaid() {
    int code = tree(100).execute("doctor");
    assertTrue(said().startsWith("ok     Java: "), said());
    assertEquals(code == 0, said().lines().noneMatch(line -> line.startsWith("lacks")), said());
    assertTrue(said().contains("fonts for charts: "), said());
  }

  @Test
  void listAndCheckSpeakJsonAndAreQuiet() {
    assertEquals(0, tree(100).execute("list", "--json"));
    assertTrue(said().contains("\"name\": \"web-shop\""), said());
    out.reset();
    assertEquals(0, tree(100).execute("list", "--quiet"));
    assertTrue(said().lines().anyMatch("web-shop"::equals), said());
    out.reset();
    assertEquals(0, tree(100).execute("check", "web-shop", "--json"));
    assertTrue(said().contains("\"ok\": true"), said());
    out.reset();
    assertEquals(0, tree(100).execute("check", "web-shop", "--quiet"));
    assertEquals("", said());
  }

  @Test
  void completionIsAScriptThatABashReads(@TempDir Path home) throws Exception {
    assertEquals(0, tree(100).execute("completion"));
    String script = said();
    assertTrue(script.startsWith("#!/usr/bin/env bash"), script.substring(0, 100));
    assertTrue(script.contains("compare") && script.contains("--replications"));
    assertFalse(script.contains("\u001B["));
    Path bash = Path.of("/bin/bash");
    if (Files.isExecutable(bash)) {
      Path file = Files.writeString(home.resolve("complete"), script);
      Process check = new ProcessBuilder(bash.toString(), "-n", file.toString()).start();
      assertTrue(check.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, check.exitValue());
    }
  }

  /** Every command and option is in the manual, and no line of it is a macro by mistake. */
  @Test
  void theManualHasEveryCommandAndOption() {
    assertEquals(ExitCode.DONE, tree(80).execute("man"));
    String page = said();
    for (CommandLine command : commands(tree(80).commands())) {
      assertTrue(
          page.contains(".SS \"" + command.getCommandSpec().qualifiedName() + "\"\n"),
          command.getCommandName());
      command.getCommandSpec().options().stream()
          .filter(option -> !option.hidden())
          .forEach(option -> assertTrue(
              page.contains(option.longestName().replace("-", "\\-")), option.longestName()));
    }
    assertTrue(page.startsWith(".TH HEADROOM 1"), page);
    page.lines()
        .filter(line -> line.startsWith("."))
        .forEach(line -> assertTrue(line.matches("[.](TH|SH|SS|PP|TP|nf|fi)( .*)?"), line));
  }
}
