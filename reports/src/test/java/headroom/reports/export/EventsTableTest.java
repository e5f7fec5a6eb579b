package headroom.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.EventLog;
import headroom.results.EventLog.Entry;
import headroom.results.EventLog.Kind;
import headroom.results.InstanceUsage;
import headroom.results.LatencySketch;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.results.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventsTableTest {

  @Test
  void eventsHaveTheirTimeAndTheBoundIsSaid() throws IOException {
    Entry launch = new Entry(
        90_500_000_000L, Kind.LAUNCH_FAILURE, "groups.web", "not launched", "zone a, down");
    EventLog log = new EventLog(List.of(launch), 17);
    assertEquals("""
        time,seconds,kind,subject,what,why
        2026-07-01T00:01:30.500Z,90.5,launch-failure,groups.web,not launched,"zone a, down"
        ,,left-out,,17 later events are not in this file,it keeps the first 1
        """, text(log));
  }

  private static String text(EventLog log) throws IOException {
    Window window = new Window(Instant.parse("2026-07-01T00:00:00Z"), 0, 1);
    Usage nothing = new Usage(new InstanceUsage.Builder().build(), List.of(), List.of());
    Run run = new Run(
        "",
        1,
        window,
        new TreeMap<>(),
        new LatencySketch(),
        nothing,
        Optional.empty(),
        Optional.of(log),
        0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EventsTable(run).writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
