package headroom.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.How;
import headroom.results.InstanceUsage;
import headroom.results.Journey.Stop;
import headroom.results.LatencySketch;
import headroom.results.Run;
import headroom.results.SlowRequests;
import headroom.results.SlowRequests.Told;
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

class SlowRequestsTableTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void aLineForEachStopAndOneWhereNoneWasKept() throws IOException {
    Told slow = new Told(
        "shop",
        "order",
        90 * SECOND,
        3 * SECOND,
        Optional.empty(),
        "",
        List.of(),
        List.of(
            new Stop(0, "web.1", "attempt 1", 90 * SECOND, 91 * SECOND, 93 * SECOND, "ok"),
            new Stop(1, "db, main", "call db", 91 * SECOND, 91 * SECOND, 92 * SECOND, "timeout")));
    Told failed = new Told(
        "shop",
        "",
        95 * SECOND,
        2 * SECOND,
        Optional.of(How.TIMEOUT),
        "zone-b",
        List.of(),
        List.of());
    assertEquals("""
        request,workload,class,arrived,seconds,took,outcome,why,\
        stop,depth,what,where,from,waited,worked,stop-outcome
        1,shop,order,2026-07-01T00:01:30Z,90,3,ok,,1,0,attempt 1,web.1,90,1,2,ok
        1,shop,order,2026-07-01T00:01:30Z,90,3,ok,,2,1,call db,"db, main",91,0,1,timeout
        2,shop,,2026-07-01T00:01:35Z,95,2,timeout,zone-b,,,,,,,,
        """, text(new SlowRequests(List.of(slow), List.of(failed))));
  }

  private static String text(SlowRequests slow) throws IOException {
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
        Optional.empty(),
        Optional.of(slow),
        List.of(),
        0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SlowRequestsTable(run).writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
