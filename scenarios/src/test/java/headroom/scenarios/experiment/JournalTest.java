package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.billing.CostMetrics;
import headroom.results.InstanceUsage;
import headroom.results.PricePath;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study's journal survives whatever happens to its end. */
class JournalTest {

  private static final int TRIALS = 6;

  @TempDir
  private Path folder = Path.of("");

  private Path path = Path.of("");

  @BeforeEach
  void name() {
    path = folder.resolve("journal");
  }

  private static Finished finished(int number) {
    return Finished.of(Fixtures.luckyRun(Fixtures.scenario(), (number * 0x1234567L) << 20, false));
  }

  private static TrialKey key(int number) {
    return new TrialKey("key-" + number);
  }

  private byte[] whole() throws IOException {
    try (Journal journal = Journal.open(path, "1", false)) {
      goOn(journal);
    }
    return Files.readAllBytes(path);
  }

  /** Finds or keeps every trial, as a study does, and returns how many were there. */
  private static int goOn(Journal journal) {
    int found = 0;
    for (int number = 1; number <= TRIALS; number++) {
      if (journal.find(key(number)).isPresent()) {
        found++;
      } else {
        journal.keep(key(number), finished(number));
      }
    }
    journal.finish();
    return found;
  }

  @Test
  void whereverItIsCutItEndsInTheSameBytes() throws IOException {
    byte[] whole = whole();
    int most = 0;
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(path, Arrays.copyOf(whole, length));
      try (Journal journal = Journal.open(path, "1", true)) {
        int found = goOn(journal);
        assertTrue(found >= most && found <= TRIALS, "cut at " + length);
        most = found;
      }
      assertArrayEquals(whole, Files.readAllBytes(path), "cut at " + length);
    }
    assertEquals(TRIALS, most);
  }

  @Test
  void whateverByteIsWrongItEndsInTheSameBytes() throws IOException {
    byte[] whole = whole();
    int line = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    for (int at = line; at < whole.length; at += 11) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 0x40;
      Files.write(path, wrong);
      try (Journal journal = Journal.open(path, "1", true)) {
        goOn(journal);
      }
      assertArrayEquals(whole, Files.readAllBytes(path), "byte " + at);
    }
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    whole();
    try (Journal journal = Journal.open(path, "1", true)) {
      Finished read = journal.find(key(2)).orElseThrow();
      assertEquals(finished(2).figures(), read.figures());
      assertEquals(finished(2).window(), read.window());
      assertEquals(
          CostMetrics.of(finished(2).run("x"), Fixtures.book()),
          CostMetrics.of(read.run("x"), Fixtures.book()));
    }
  }

  @Test
  void everyKindOfUsageComesBack() throws IOException {
    InstanceUsage.What what = new InstanceUsage.What("web", "m5.large", "a", "spot", "linux");
    double[] hours = {1.5, 2};
    PricePath price = new PricePath(
        new long[] {0, 60}, new BigDecimal[] {new BigDecimal("0.10"), new BigDecimal("0.25")});
    List<ResourceUsage> all = List.of(
        new ResourceUsage.Spot(what, 1, 2, ResourceUsage.EndedBy.PROVIDER, price),
        new ResourceUsage.Burst(what, 1, 2, true, 12, hours),
        new ResourceUsage.Host("h", "c5", "a", 1, 2),
        new ResourceUsage.Volume("v", "a", "gp3", 8, 3000, 125, 1, 2),
        new ResourceUsage.Snapshot("s", 10, 1, 2),
        new ResourceUsage.Address("i", "a", true, false, 1, 2),
        new ResourceUsage.Gateway("n", "a", 1, 2, hours),
        new ResourceUsage.BetweenZones("x", "a", "y", "b", hours),
        new ResourceUsage.BetweenRegions("x", "us-east-2", hours),
        new ResourceUsage.Queries("d", "geo", hours),
        new ResourceUsage.Alarm("l", 3, true, 1, 2),
        new ResourceUsage.DetailedMonitoring("m", 1, 2),
        new ResourceUsage.Handled("lb", "groups.web", hours, hours, hours),
        new ResourceUsage.Held("o", "dns.hosted-zone", 2, 1, 2),
        new ResourceUsage.Counted("o", "sqs.requests", hours));
    assertEquals(ResourceUsage.class.getPermittedSubclasses().length, all.size());
    Usage usage = new Usage(
        new InstanceUsage.Builder().build(),
        List.of(new Usage.BalancerUsage("lb", "application", hours, hours, hours, hours)),
        List.of(new Usage.TransferUsage("groups.web", hours, hours)),
        all);
    byte[] written = bytes(usage);
    assertArrayEquals(written, bytes(read(written).usage()));
    ResourceUsage.Spot spot =
        (ResourceUsage.Spot) read(written).usage().resources().get(0);
    assertEquals(new BigDecimal("0.25"), spot.price().perHour(spot.price().at(60)));
    assertEquals(new BigDecimal("0.10"), spot.price().perHour(spot.price().at(59)));
  }

  private static byte[] bytes(Usage usage) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Window window = new Window(Instant.EPOCH, 0, 10);
    FinishedCodec.write(
        new DataOutputStream(bytes), new Finished(1, window, new TreeMap<>(), usage));
    return bytes.toByteArray();
  }

  private static Finished read(byte[] bytes) throws IOException {
    return FinishedCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)), List.of());
  }

  @Test
  void onlyOneHasItAtATime() throws IOException {
    try (Journal first = Journal.open(path, "1", false)) {
      assertEquals(0, first.size());
      JournalRefused refused =
          assertThrows(JournalRefused.class, () -> Journal.open(path, "1", true));
      assertEquals("another process is working on the study in this folder", refused.getMessage());
    }
    Journal.open(path, "1", true).close();
  }

  @Test
  void anInterruptedStudyIsNotThrownAway() throws IOException {
    try (Journal journal = Journal.open(path, "1", false)) {
      journal.keep(key(1), finished(1));
    }
    JournalRefused refused =
        assertThrows(JournalRefused.class, () -> Journal.open(path, "1", false));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("interrupted after 1 trials"),
        refused.getMessage());
  }

  @Test
  void aFinishedStudyBeginsAnew() throws IOException {
    whole();
    try (Journal journal = Journal.open(path, "1", false)) {
      assertEquals(0, journal.size());
    }
  }

  @Test
  void theTrialsOfAnotherVersionAreNotGoneOnWith() throws IOException {
    whole();
    JournalRefused refused =
        assertThrows(JournalRefused.class, () -> Journal.open(path, "2", true));
    assertEquals(
        "the journal in this folder is of version 1, this is 2: go on with that version, or begin"
            + " anew in another folder",
        refused.getMessage());
  }

  /** An earlier build of the same version wrote values in another way, and told no form. */
  @Test
  void aJournalOfAnotherFormIsNotGoneOnWithButMayBeBegunAnew() throws IOException {
    byte[] whole = whole();
    int rest = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n');
    ByteArrayOutputStream older = new ByteArrayOutputStream();
    older.writeBytes("headroom-journal/1 1".getBytes(StandardCharsets.UTF_8));
    older.write(whole, rest, whole.length - rest);
    Files.write(path, older.toByteArray());

    JournalRefused refused =
        assertThrows(JournalRefused.class, () -> Journal.open(path, "1", true));
    assertTrue(String.valueOf(refused.getMessage()).contains("of version 1 of another build"));
    try (Journal journal = Journal.open(path, "1", false)) {
      assertEquals(0, journal.size());
    }
  }
}
