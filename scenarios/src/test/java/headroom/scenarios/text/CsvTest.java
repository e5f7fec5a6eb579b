package headroom.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  private final Path folder;

  CsvTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void rowsArePulledByColumnName() throws IOException {
    try (CsvReader csv =
        open("\uFEFFname, value\r\n\"a, \"\"b\"\"\",1\r\n\r\n\"two\nlines\",\r\n")) {
      int name = csv.column("name");
      int value = csv.column("value");
      assertTrue(csv.next());
      assertEquals("a, \"b\"", csv.text(name));
      assertEquals(1, csv.number(value));
      assertTrue(csv.next());
      assertEquals("two\nlines", csv.text(name));
      assertTrue(csv.isBlank(value));
      assertEquals(4, csv.line());
      assertFalse(csv.next());
    }
  }

  @Test
  void aGzippedFileIsReadTheSame() throws IOException {
    Path file = folder.resolve("t.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("t,v\n0,1\n60,2\n".getBytes(StandardCharsets.UTF_8));
    }
    TimeSeries series = TimeSeriesReader.timed(file, "t.csv.gz", "t", "v");
    assertArrayEquals(new double[] {1, 2}, series.values());
    assertArrayEquals(new long[] {0, 60_000_000_000L}, series.nanos());
  }

  @Test
  void aBlankValueIsAMissingRow() throws IOException {
    TimeSeries series = timed("t,v\n0,1\n60,\n120,3\n");
    assertArrayEquals(new double[] {1, 3}, series.values());
    assertArrayEquals(new int[] {2, 4}, series.lines());
  }

  @Test
  void timesMayBeOfTheCalendar() throws IOException {
    TimeSeries series = timed("t,v\n2014-04-10 00:04:00,1\n2014-04-10T00:09:00Z,2\n");
    assertEquals(300_000_000_000L, series.nanos()[1] - series.nanos()[0]);
    assertEquals(1_397_088_240_000_000_000L, series.nanos()[0]);
  }

  @Test
  void rowsMayFollowAFixedStep() throws IOException {
    Path file = write("v\n1\n2\n\n3\n");
    TimeSeries series = TimeSeriesReader.stepped(file, "t.csv", Duration.ofMinutes(5), "v");
    assertArrayEquals(new long[] {0, 300_000_000_000L, 600_000_000_000L}, series.nanos());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "t,value;0,1 | t.csv:1  no column 'v'; known: t, value",
        "t,vv;0,1 | t.csv:1  no column 'v'; did you mean 'vv'?",
        "t,t;0,1 | t.csv:1  the column 't' is there twice",
        "t,v;0,1;60,many | t.csv:3  'v' must be a number, was 'many'",
        "t,v;0,1;60,-2 | t.csv:3  'v' must be 0 or more, was -2",
        "t,v;0,NaN | t.csv:2  'v' must be a number, was 'NaN'",
        "t,v;0,1;60,2;30,3 | t.csv:4  the time goes back, '30'; sort the rows, each time once",
        "t,v;0,1;60,;30,3 | t.csv:4  the time goes back, '30'; sort the rows, each time once",
        "t,v;0,1;0,2 | t.csv:3  the time is there twice, '0'; sort the rows, each time once",
        "t,v;soon,1 | t.csv:2  't' must be a time, was 'soon'; for example 2014-04-10 00:04:00,"
            + " or seconds since 1970",
        "t,v;0,1,2 | t.csv:2  has 3 values where the header has 2",
        "t,v;0,\"1 | t.csv:2  a quote is opened and never closed",
        "t,v;0,\"1\"x | t.csv:2  text follows a closing quote",
        "t,v | t.csv  the trace has no row with a value",
        "'' | t.csv  the file is empty"
      })
  void aWrongTraceIsOneClearComplaint(String rows, String complaint) throws IOException {
    write(rows.replace(";", "\n"));
    InputException thrown = assertThrows(InputException.class, this::timed);
    assertEquals(
        List.of(complaint),
        thrown.complaints().stream().map(Complaint::toString).toList());
  }

  @Test
  void whatIsNoCsvFileIsOneClearComplaint() throws IOException {
    assertComplaint(
        "t.csv:1  is not a text file (it holds control characters)", new byte[] {'a', 0});
    assertComplaint("t.csv:1  is not UTF-8 text", new byte[] {'a', (byte) 0xE9, ',', 'b'});
    assertComplaint(
        "t.csv:1  a row is longer than 100000 characters; is this a CSV file?",
        "x".repeat(5_000_000).getBytes(StandardCharsets.UTF_8));
    Path notZipped = Files.write(folder.resolve("x.csv.gz"), new byte[] {1, 2, 3});
    InputException thrown =
        assertThrows(InputException.class, () -> CsvReader.open(notZipped, "x.csv.gz"));
    assertEquals("x.csv.gz  cannot be read", thrown.complaints().get(0).toString());
  }

  @Test
  void aFileOutsideTheFolderIsRefused() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(folder.resolve("secret.csv"), "t,v\n");
    Files.createSymbolicLink(inside.resolve("link.csv"), folder.resolve("secret.csv"));
    ScenarioFolder shut = new ScenarioFolder(inside, false);
    for (String name : List.of("../secret.csv", "link.csv", "/etc/passwd", "a/../../secret.csv")) {
      InputException thrown =
          assertThrows(InputException.class, () -> shut.resolve(name, Position.SET, "rate.trace"));
      assertEquals(
          "--set  rate.trace: '"
              + name
              + "' lies outside the scenario's folder; move it there, or allow it",
          thrown.complaints().get(0).toString());
    }
    assertEquals(inside.resolve("a.csv"), shut.resolve("b/../a.csv", Position.SET, ""));
    ScenarioFolder open = new ScenarioFolder(inside, true);
    assertEquals(
        folder.resolve("secret.csv"),
        open.resolve("../secret.csv", Position.SET, "").normalize());
  }

  @Test
  void realTracesAreRead() {
    Path data = Path.of(System.getProperty("headroom.data", "../../shared/data"));
    Path file = data.resolve("rate_worldcup98_1min.csv.gz");
    assumeTrue(Files.exists(file), "no real data in " + data);
    TimeSeries series =
        TimeSeriesReader.timed(file, "w.csv.gz", "timestamp_utc", "requests_per_min");
    assertEquals(83_660, series.size());
    assertEquals(213_235, java.util.Arrays.stream(series.values()).max().orElseThrow());
  }

  private void assertComplaint(String complaint, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("t.csv"), content);
    InputException thrown =
        assertThrows(InputException.class, () -> TimeSeriesReader.timed(file, "t.csv", "t", "v"));
    assertEquals(complaint, thrown.complaints().get(0).toString());
  }

  private TimeSeries timed(String text) throws IOException {
    write(text);
    return timed();
  }

  private TimeSeries timed() {
    return TimeSeriesReader.timed(folder.resolve("t.csv"), "t.csv", "t", "v");
  }

  private CsvReader open(String text) throws IOException {
    return CsvReader.open(write(text), "t.csv");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }
}
