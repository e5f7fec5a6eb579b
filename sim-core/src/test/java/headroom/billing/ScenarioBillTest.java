package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.laws.Generated;
import headroom.results.EventLog;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Law 2 over generated scenarios: what ran is billed once, and what is billed ran or is named. */
class ScenarioBillTest {

  private static final double HOUR = 3600;

  @Test
  void everySecondThatRanIsBilledOnceAndLinesSumToTheTotal() {
    Generated.forEach(200, (scenario, run) -> {
      Bill bill = Bill.of(run, Books.OF_2026);
      sums(bill, scenario.name());
      rowsConform(scenario, run);
      seconds(run, bill, scenario.name());
      if (keepsNobodyBeside(scenario)) {
        intervals(run, scenario.name());
      }
    });
  }

  /**
   * What comes from a warm pool or standby comes into service again in the same run of time; pods
   * come into service and are not billed.
   */
  private static boolean keepsNobodyBeside(Scenario scenario) {
    boolean hasPods = scenario.groups().stream().anyMatch(its -> its.pod().isPresent());
    boolean hasHosts = scenario.groups().stream().anyMatch(its -> its.hosts().isPresent());
    return !hasPods
        && !hasHosts
        && scenario.groups().stream()
            .map(Group::upkeep)
            .allMatch(its -> its.warmPool().isEmpty() && its.operations().isEmpty());
  }

  /** Every cell of every row of a run's export, under any commitments, with a tag on every group. */
  private static void rowsConform(Scenario scenario, Run run) {
    SplittableRandom random = new SplittableRandom(scenario.seed());
    PriceBook book = Books.OF_2026.with(AnyCommitments.of(random, Books.OF_2026));
    SortedMap<String, SortedMap<String, String>> tags = new TreeMap<>();
    scenario
        .groups()
        .forEach(group ->
            tags.put("groups." + group.name(), new TreeMap<>(Map.of("team", group.name()))));
    Accounting accounting = new Accounting(tags, FailureCost.UNSAID, 0);
    for (FocusRow row : FocusRows.of(Bill.of(run, book), "any", accounting)) {
      assertEquals(List.of(), FocusRules.of(row).broken(), scenario.name() + ": " + row);
    }
  }

  private static void sums(Bill bill, String seed) {
    BigDecimal lines = BigDecimal.ZERO;
    for (Charge charge : bill.charges()) {
      lines = lines.add(charge.amount());
    }
    assertEquals(0, lines.compareTo(bill.total()), seed);
    BigDecimal rows = BigDecimal.ZERO;
    for (FocusRow row : FocusRows.of(bill, "any")) {
      rows = rows.add(row.decimal(FocusColumn.BILLED_COST).orElseThrow());
    }
    assertEquals(0, rows.compareTo(bill.total()), seed);
  }

  /** Seconds that ran by the bill's account, by the groups' own, and those in service. */
  private static void seconds(Run run, Bill bill, String seed) {
    double billed = bill.charges().stream()
        .flatMap(charge -> charge.time().stream())
        .mapToDouble(time -> time.ran().doubleValue())
        .sum();
    billed += spot(run)
            .mapToLong(its -> Math.max(
                0,
                Math.min(its.toNanos(), run.window().toNanos())
                    - Math.max(its.fromNanos(), run.window().fromNanos())))
            .sum()
        / 1e9;
    double ran = 0;
    double served = 0;
    // What lies on the account's own hosts is not billed: the hosts are.
    double hosted = 0;
    for (var entry : run.metrics().entrySet()) {
      String name = entry.getKey().flat();
      ran += name.endsWith(".instance-hours") ? entry.getValue() * HOUR : 0;
      hosted += name.endsWith(".hosted-hours") ? entry.getValue() * HOUR : 0;
      served += name.matches("groups\\.[^.]+\\.instances\\.mean") && !isOfPods(run, name)
          ? entry.getValue() * run.window().seconds()
          : 0;
    }
    assertEquals(ran, billed, 1e-6 * Math.max(1, ran), seed);
    assertTrue(
        ran + hosted >= served - 1e-3,
        seed + ": in service " + served + " s, billed " + ran + " s");
  }

  /** Pods are not billed: the nodes that they run on are. */
  private static boolean isOfPods(Run run, String name) {
    return run.figure(name.replace(".instances.mean", ".pod-hours")).isPresent();
  }

  /** Runs whose lines say no reason for the time: the provider may have made a part of it free. */
  private static Stream<Spot> spot(Run run) {
    return run.usage().resources().stream().filter(Spot.class::isInstance).map(Spot.class::cast);
  }

  /** One interval for each instance that came into service, and none for one never asked for. */
  private static void intervals(Run run, String seed) {
    long used = run.usage().instances().size() + spot(run).count();
    long inService = count(run, EventLog.Kind.IN_SERVICE);
    long present = run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.IN_SERVICE && e.atNanos() == 0)
        .count();
    // Who goes on in the same run comes into service again.
    long goesOn = run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.REPAIR)
        .filter(e -> e.what().startsWith("rebooted") || e.what().startsWith("process restarted"))
        .count();
    assertTrue(used + goesOn >= inService, seed);
    // What is repaired in its place, or recovers on another host, runs anew.
    long repaired = run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.REPAIR)
        .filter(e -> e.what().startsWith("repaired") || e.what().startsWith("recovers"))
        .count();
    assertTrue(used <= present + repaired + count(run, EventLog.Kind.LAUNCH), seed);
  }

  private static long count(Run run, EventLog.Kind kind) {
    return run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == kind)
        .count();
  }
}
