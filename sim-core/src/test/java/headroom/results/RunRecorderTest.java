package headroom.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Accounts of workloads and classes, and what is written of them. */
class RunRecorderTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Window TEN_MINUTES =
      new Window(Instant.parse("2026-07-01T00:00:00Z"), 60 * SECOND, 600 * SECOND);

  private static RunRecorder recorder(Possible possible) {
    return new RunRecorder(
        TEN_MINUTES, 0.999, Long.MAX_VALUE, possible, Optional.of(new Showing(TEN_MINUTES)));
  }

  /** A request whose time was spent waiting and working. */
  private record Spent(long queueSeconds, long serviceSeconds) implements Journey {

    @Override
    public void parts(long nowNanos, long[] into) {
      into[Part.QUEUE.ordinal()] += queueSeconds * SECOND;
      into[Part.SERVICE.ordinal()] += serviceSeconds * SECOND;
    }

    @Override
    public List<Stop> stops() {
      return List.of(new Stop(0, "web-1", "attempt 1", 0, 1, 2, "ok"));
    }

    @Override
    public String why(long nowNanos) {
      return "overload";
    }
  }

  private static void answer(Account account, long second, long queue, long service) {
    account.offered(second * SECOND);
    account.succeeded(
        second * SECOND, (second + queue + service) * SECOND, new Spent(queue, service));
  }

  private static void fail(Account account, long second, How how) {
    account.offered(second * SECOND);
    account.failed(second * SECOND, (second + 1) * SECOND, how, "zone-b", new Spent(1, 0));
  }

  private static Map<String, Double> report(RunRecorder recorder) {
    SortedMap<Metric, Double> into = new TreeMap<>();
    recorder.report(into);
    return into.entrySet().stream()
        .collect(Collectors.toMap(
            e -> e.getKey().flat(), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  @Test
  void totalsAreTheSumOfAccountsAndClassesHaveTheirOwn() {
    RunRecorder recorder = recorder(Possible.PLAIN);
    Account reads = recorder.account("shop", "read", 0.01);
    Account orders = recorder.account("shop", "order", 2.5);
    Account partners = recorder.account("partners", "", 0);
    answer(reads, 100, 0, 1);
    answer(reads, 101, 1, 1);
    answer(orders, 102, 0, 3);
    fail(orders, 103, How.TIMEOUT);
    orders.attempted(103 * SECOND);
    partners.offered(104 * SECOND);
    answer(partners, 10, 5, 5); // in the warm-up: not counted

    Map<String, Double> figures = report(recorder);
    assertEquals(5, figures.get("requests.offered"));
    assertEquals(3, figures.get("requests.succeeded"));
    assertEquals(1, figures.get("requests.in-flight"));
    assertEquals(6, figures.get("requests.attempts"));
    assertEquals(0.75, figures.get("availability.request"));
    assertEquals(2, figures.get("latency.mean"));
    assertEquals(4, figures.get("workloads.shop.requests.offered"));
    assertEquals(2, figures.get("workloads.shop.classes.order.requests.offered"));
    assertEquals(3, figures.get("workloads.shop.classes.order.requests.attempts"));
    assertEquals(0.5, figures.get("workloads.shop.classes.order.availability.request"));
    assertEquals(1.5, figures.get("workloads.shop.classes.read.latency.mean"));
    assertEquals(1, figures.get("workloads.partners.requests.in-flight"));
    assertFalse(figures.containsKey("workloads.partners.latency.mean"));
    assertEquals(5.02, figures.get("value.offered"), 1e-12);
    assertEquals(2.52, figures.get("value.succeeded"), 1e-12);
    assertEquals(2.5, figures.get("value.lost"));
    assertEquals(2.5, figures.get("workloads.shop.classes.order.value.lost"));
  }

  @Test
  void aSingleWorkloadIsToldByTheTotalsAlone() {
    RunRecorder recorder = recorder(Possible.PLAIN);
    answer(recorder.account("users", "", 0), 100, 0, 1);
    Map<String, Double> figures = report(recorder);
    assertEquals(
        List.of(),
        figures.keySet().stream().filter(n -> n.startsWith("workloads.")).toList());
    assertFalse(figures.containsKey("value.offered"));
    assertFalse(figures.containsKey("requests.degraded"));
  }

  @Test
  void aZeroStandsForWhatCouldHaveHappenedOnly() {
    Map<String, Double> plain = report(recorder(Possible.PLAIN));
    assertEquals(0, plain.get("requests.failed.timeout"));
    assertFalse(plain.containsKey("requests.failed.breaker-open"));
    Possible more =
        new Possible(EnumSet.of(How.BREAKER_OPEN), EnumSet.of(Part.QUEUE), true, Optional.empty());
    Map<String, Double> figures = report(recorder(more));
    assertEquals(0, figures.get("requests.failed.breaker-open"));
    assertEquals(0, figures.get("requests.degraded"));
    assertFalse(figures.containsKey("requests.failed.timeout"));
  }

  @Test
  void whatHappenedIsToldEvenIfNobodyExpectedIt() {
    RunRecorder recorder = recorder(Possible.PLAIN);
    Account account = recorder.account("users", "", 0);
    fail(account, 100, How.SHED);
    account.degraded(100 * SECOND);
    Map<String, Double> figures = report(recorder);
    assertEquals(1, figures.get("requests.failed.shed"));
    assertEquals(1, figures.get("requests.degraded"));
  }

  @Test
  void partsSumToTheLatencyTheyAreOf() {
    RunRecorder recorder = recorder(Possible.PLAIN);
    Account account = recorder.account("users", "", 0);
    for (int i = 0; i < 99; i++) {
      answer(account, 100 + i, 0, 1);
    }
    answer(account, 300, 9, 1);
    Map<String, Double> figures = report(recorder);
    assertEquals(0.09, figures.get("latency.mean.queue"), 1e-12);
    assertEquals(1.0, figures.get("latency.mean.service"), 1e-12);
    assertEquals(0, figures.get("latency.p50.queue"));
    // Ranks 98.5 to 99.5 of a hundred: half of them the slow one, nine tenths of which is waiting.
    assertEquals(9.0 / 11, figures.get("latency.p99.queue") / figures.get("latency.p99"), 1e-12);
    Timeline timeline = recorder.timeline().orElseThrow();
    assertEquals(9, timeline.column("latency.mean.queue").orElseThrow().values()[5], 1e-9);
  }

  @Test
  void partsThatDoNotMakeUpTheTimeStopTheRun() {
    Account account = recorder(Possible.PLAIN).account("users", "", 0);
    account.offered(100 * SECOND);
    Journey forgetful = new Spent(0, 1);
    assertThrows(
        IllegalStateException.class,
        () -> account.succeeded(100 * SECOND, 102 * SECOND, forgetful));
  }

  @Test
  void singleRequestsAreToldWithTheirWay() {
    RunRecorder recorder = recorder(Possible.PLAIN);
    Account account = recorder.account("shop", "order", 1);
    answer(account, 100, 2, 1);
    answer(account, 10, 20, 1); // in the warm-up
    fail(account, 101, How.TIMEOUT);
    SlowRequests slow = recorder.slowRequests().orElseThrow();
    SlowRequests.Told one = slow.slowest().get(0);
    assertEquals(1, slow.slowest().size());
    assertEquals(3 * SECOND, one.tookNanos());
    assertEquals("shop, order", one.source());
    assertEquals(2 * SECOND, one.partNanos().get(Part.QUEUE.ordinal()));
    assertEquals("web-1", one.stops().get(0).where());
    assertEquals(Optional.of(How.TIMEOUT), slow.failed().get(0).how());
    assertEquals("zone-b", slow.failed().get(0).why());
  }

  @Test
  void aWorkloadAndClassHasOneAccount() {
    RunRecorder recorder = recorder(Possible.PLAIN);
    recorder.account("shop", "read", 0);
    assertThrows(IllegalStateException.class, () -> recorder.account("shop", "read", 0));
  }
}
