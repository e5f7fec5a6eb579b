package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.results.Unit;
import headroom.scenarios.experiment.Expectation.Op;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentRecordsTest {

  private static final Optional<Until> ONE_PERCENT =
      Optional.of(new Until("cost.total", 0.01, Until.Measure.RELATIVE));

  @ParameterizedTest
  @CsvSource({
    "cost.total, USD",
    "cost.per-million-requests, USD",
    "availability.request, ONE",
    "downtime.power-loss-b, SECONDS",
    "latency.p99.9, SECONDS",
    "latency.p99.9.queue, SECONDS",
    "latency.mean.calls, SECONDS",
    "requests.degraded, ONE",
    "value.lost, USD",
    "metastable.episodes, ONE",
    "metastable.seconds, SECONDS",
    "workloads.shop.requests.in-flight, ONE",
    "workloads.shop.classes.order.latency.p99, SECONDS",
    "workloads.shop.classes.order.value.succeeded, USD",
    "requests.failed.connection-lost, ONE",
    "requests.failed-by.zone-b, ONE",
    "groups.web.instances.mean, ONE",
    "groups.web.instance-hours, HOURS",
    "groups.web.eu.wait.mean, SECONDS",
    "load-balancers.shop-lb.capacity-units, ONE"
  })
  void everyMetricNameOfResultFilesIsKnownWithItsUnit(String name, Unit unit) {
    assertEquals(Optional.of(unit), MetricNames.unit(name));
  }

  @ParameterizedTest
  @CsvSource({
    "cost.totl, unknown metric 'cost.totl'; did you mean 'cost.total'?",
    "latency.p95, unknown metric 'latency.p95'; did you mean 'latency.p90'?",
    "groups.web.instance.mean, unknown metric 'groups.web.instance.mean'; did you mean"
        + " 'groups.web.instances.mean'?",
    "availability, 'unknown metric ''availability''; known: availability.request,"
        + " availability.minutes'",
    "requests.failed.tmeout, unknown metric 'requests.failed.tmeout'; did you mean"
        + " 'requests.failed.timeout'?",
    "latency.p99.que, unknown metric 'latency.p99.que'; did you mean 'latency.p99.queue'?",
    "workloads.shop.latncy.p99, unknown metric 'workloads.shop.latncy.p99'; did you mean"
        + " 'workloads.shop.latency.p99'?"
  })
  void anUnknownMetricNamesTheNearest(String name, String message) {
    assertEquals(List.of(message), messages(MetricNames.problems(name)));
  }

  @Test
  void anExpectationInTheWrongUnitSaysBoth() {
    assertEquals(
        List.of("'cost.total' is measured in USD; the limit is given in a number or a percentage,"
            + " without a unit"),
        messages(Expectation.problems("cost.total", Op.BELOW, 400, Unit.ONE, "")));
  }

  @Test
  void aNumberThatIsNoneIsNoLimit() {
    assertEquals(
        List.of("the limit must be a number, was NaN"),
        messages(Expectation.problems("cost.total", Op.BELOW, Double.NaN, Unit.USD, "")));
  }

  @Test
  void replicationsTellEveryProblemAtOnce() {
    assertEquals(
        List.of("at-least: must be at least 1, was 0"),
        strings(Replications.problems(0, 0, Optional.empty())));
    assertEquals(
        List.of(
            "at-least: must be at least 2, was 1; a precision needs two replications to be known",
            "at-most: must not be below at-least (1), was 0"),
        strings(Replications.problems(1, 0, ONE_PERCENT)));
    assertEquals(
        List.of("at-most: differs from at-least, but nothing says when to stop; for example until:"
            + " {metric: cost.total, within: 1%}"),
        strings(Replications.problems(10, 20, Optional.empty())));
    assertEquals(
        List.of("at-most: must be at most 100000, was 100001"),
        strings(Replications.problems(10, 100_001, ONE_PERCENT)));
  }

  @Test
  void aPrecisionLiesAboveZeroAndARelativeOneBelowTheWhole() {
    assertEquals(
        List.of("within: must be above 0, was 0.0"),
        strings(Until.problems("cost.total", 0, Until.Measure.ABSOLUTE)));
    assertEquals(
        List.of("within: must be below 100%, was 150.0%; for example 1%"),
        strings(Until.problems("cost.total", 1.5, Until.Measure.RELATIVE)));
    assertEquals(List.of(), Until.problems("cost.total", 1.5, Until.Measure.ABSOLUTE));
  }

  @Test
  void anImpossibleRecordCannotBeBuilt() {
    assertThrows(InvalidInputException.class, () -> Replications.fixed(0));
  }

  @ParameterizedTest
  @CsvSource({
    "<, 1, 2, true",
    "<, 2, 2, false",
    "<=, 2, 2, true",
    ">, 2, 2, false",
    ">=, 2, 2, true",
    ">=, 1, 2, false"
  })
  void aSideOfALimit(String symbol, double value, double limit, boolean holds) {
    assertEquals(holds, Op.of(symbol).orElseThrow().holds(value, limit));
  }

  @ParameterizedTest
  @CsvSource({
    "groups.web.cpu.mean, ",
    "groups.wbe.cpu.mean, no group 'wbe'; did you mean 'web'?",
    "load-balancers.lb.requests, no load balancer 'lb'; there is none",
    "requests.failed-by.zone-b, ",
    "requests.failed-by.overload, ",
    "downtime.total, ",
    "workloads.shop.latency.p99, ",
    "workloads.shop.classes.order.value.lost, ",
    "workloads.shp.latency.p99, no workload 'shp'; did you mean 'shop'?",
    "workloads.shop.classes.raed.latency.p99, no class of workload 'shop' called 'raed'; did you"
        + " mean 'read'?",
    "workloads.partners.classes.x.latency.p99, no class of workload 'partners' called 'x'; there"
        + " is none",
    "downtime.zone-a, no failure or cause 'zone-a' for downtime.zone-a; did you mean 'zone-b'?",
    "dns.wwww.queries, no name 'wwww'; did you mean 'www'?",
    "dns.www.queries,",
    "dns.wwww.queries, no name 'wwww'; did you mean 'www'?",
    "dns.www.queries,",
    "cost.totl, unknown metric 'cost.totl'; did you mean 'cost.total'?"
  })
  void aNameOfTheScenarioInAMetricMustExist(String name, String message) {
    Subjects subjects = new Subjects(
        List.of("web"),
        List.of(),
        List.of("www"),
        List.of("zone-b"),
        new TreeMap<>(Map.of("shop", List.of("read", "order"), "partners", List.of())));
    assertEquals(
        message == null ? List.of() : List.of(message),
        messages(MetricNames.problems(name, subjects)));
  }

  @Test
  void theOnlyWorkloadIsToldByTheWhole() {
    Subjects subjects = new Subjects(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(Map.of("users", List.of("read"))));
    assertEquals(
        List.of("'users' is the only workload, and has no figures beside those of the whole; for"
            + " example latency.p99"),
        messages(MetricNames.problems("workloads.users.latency.p99", subjects)));
    assertEquals(
        List.of(), MetricNames.problems("workloads.users.classes.read.latency.p99", subjects));
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::message).toList();
  }

  private static List<String> strings(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }
}
