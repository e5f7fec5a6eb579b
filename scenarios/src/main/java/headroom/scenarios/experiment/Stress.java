package headroom.scenarios.experiment;

import headroom.fault.Failure;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.ScheduledAction;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.results.Unit;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.workload.Scaled;
import headroom.workload.Users;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Finds by bisection the largest shock a fleet recovers from, and the load from which a shock of
 * its written size keeps it down for good: where it becomes vulnerable (Bronson et al., HotOS 2021).
 *
 * <p>A fleet has recovered when it answers, from a while after the shock on, as large a share of
 * its requests as it does without the shock, but for two points in a hundred. It must do so with
 * each of three seeds; the shock strikes alone.
 *
 * @param engine what runs one replication
 * @param threads how many runs may go on at once; the findings do not depend on it
 * @param progress hears after each try how many have been made, and how many may be at most
 */
public record Stress(RunFunction engine, int threads, ProgressListener progress) {

  private static final int SEEDS = 3;
  private static final double TOLERATED = 0.02;
  private static final long MINUTE = 60_000_000_000L;
  private static final double LOWEST_LOAD = 0.01;
  private static final double HIGHEST_LOAD = 4;

  /** Recovery is given five times the shock, and at least so long. */
  private static final double LEAST_REST_SECONDS = 600;

  /** What is judged comes last, and is so long. */
  private static final long JUDGED_NANOS = 5 * MINUTE;

  /**
   * What came out for one shock.
   *
   * @param shock what the fleet was struck with
   * @param recoversFrom the largest size it recovered from; empty when from none that was tried
   * @param staysDownFrom the smallest size it did not recover from; empty when from every one
   * @param safeLoad the largest load, as a multiple of the written one, at which it recovered from
   *     the shock as written; empty when at none that was tried
   * @param vulnerableLoad the smallest load at which it did not; empty when at every one, up to
   *     the load it cannot even carry without the shock
   * @param mostLoad the largest load that was tried: what the fleet carries without a shock
   */
  public record Finding(
      Shock shock,
      Optional<Double> recoversFrom,
      Optional<Double> staysDownFrom,
      Optional<Double> safeLoad,
      Optional<Double> vulnerableLoad,
      double mostLoad) {}

  /** Strikes a scenario with each of its shocks. */
  public List<Finding> of(Scenario scenario, long seed) throws InterruptedException {
    try (Workers workers = new Workers(threads)) {
      return of(scenario, seed, workers);
    }
  }

  private List<Finding> of(Scenario scenario, long seed, Workers workers)
      throws InterruptedException {
    List<Shock> shocks = Shock.of(scenario);
    Tries tries = new Tries(shocks.size() * (3 * Bisection.STEPS + 4), workers);
    List<Finding> findings = new ArrayList<>();
    double most = mostLoad(scenario, seed, tries);
    for (Shock shock : shocks) {
      Bisection.Bracket size = search(shock)
          .within(shock.least(), shock.most(), s -> recovers(scenario, shock, s, 1, seed, tries));
      Bisection.Bracket load = loads("load at which it gets over " + shock.name())
          .within(
              LOWEST_LOAD, most, f -> recovers(scenario, shock, shock.asWritten(), f, seed, tries));
      findings.add(new Finding(shock, size.good(), size.bad(), load.good(), load.bad(), most));
    }
    return findings;
  }

  private final class Tries {
    private final int planned;
    private final Workers workers;
    private int made;

    Tries(int planned, Workers workers) {
      this.planned = planned;
      this.workers = workers;
    }

    void one() {
      progress.onProgress(++made, Math.max(made, planned));
    }
  }

  /** The load that the fleet carries without any shock, by bisection. */
  private double mostLoad(Scenario scenario, long seed, Tries tries) throws InterruptedException {
    Duration end = scenario.lasts();
    Bisection.Bracket carried = loads("load it can carry")
        .within(LOWEST_LOAD, HIGHEST_LOAD, load -> {
          Scenario calm = variant(scenario, List.of(), load, end);
          tries.one();
          return share(engine.run(calm, ReplicationSeed.of(seed, 1), true), 0, end.toNanos())
              >= 1 - TOLERATED;
        });
    return carried.good().orElse(LOWEST_LOAD);
  }

  private Bisection search(Shock shock) {
    return new Bisection(
        "size of " + shock.name() + " it gets over",
        shock.isTime() ? Unit.SECONDS : Unit.ONE,
        progress);
  }

  private Bisection loads(String what) {
    return new Bisection(what + ", as a multiple", Unit.ONE, progress);
  }

  private boolean recovers(
      Scenario scenario, Shock shock, double size, double load, long seed, Tries tries)
      throws InterruptedException {
    double acts = shock.isTime() ? size : 0;
    double rest = Math.max(LEAST_REST_SECONDS, 5 * acts);
    Duration end = shock.at().plusNanos((long) ((acts + rest) * 1e9) + JUDGED_NANOS);
    Scenario struck = variant(scenario, List.of(shock.ofSize().apply(size)), load, end);
    Scenario calm = variant(scenario, List.of(), load, end);
    tries.one();
    IntFunction<Boolean> recovers =
        number -> recovers(struck, calm, ReplicationSeed.of(seed, number));
    List<Boolean> all = new ArrayList<>();
    // Whoever stays down mostly does so with the first seed: the others are then not needed.
    tries.workers.inOrder(1, 1, recovers, all::add);
    if (all.get(0)) {
      tries.workers.inOrder(2, SEEDS, recovers, all::add);
    }
    return !all.contains(false);
  }

  private boolean recovers(Scenario struck, Scenario calm, long luck) {
    double with = judged(struck, luck);
    return with >= 1 - TOLERATED || with >= judged(calm, luck) - TOLERATED;
  }

  private double judged(Scenario scenario, long seed) {
    Run run = engine.run(scenario, seed, true);
    long end = scenario.lasts().toNanos();
    long step = run.timeline().orElseThrow().stepNanos();
    // The last step is left out: its requests are still under way.
    return share(run, end - Math.max(JUDGED_NANOS, 3 * step), end - step);
  }

  /** Share of the requests of a stretch of time that was answered; 1 when there was none. */
  private static double share(Run run, long from, long to) {
    Timeline timeline = run.timeline().orElseThrow();
    double[] offered = timeline.column("requests.offered").orElseThrow().values();
    double[] succeeded = timeline.column("requests.succeeded").orElseThrow().values();
    double all = 0;
    double answered = 0;
    for (int step = 0; step < timeline.steps(); step++) {
      if (timeline.atNanos(step) >= from && timeline.atNanos(step) < to) {
        all += offered[step];
        answered += succeeded[step];
      }
    }
    return all == 0 ? 1 : answered / all;
  }

  private static Scenario variant(
      Scenario scenario, List<Failure> failures, double load, Duration lasts) {
    return scenario.toBuilder()
        .lasts(lasts)
        .hybrid(scenario.hybrid().until(lasts))
        .workloads(scenario.workloads().stream()
            .map(workload -> loaded(workload, load))
            .toList())
        .groups(scenario.groups().stream()
            .map(group -> within(group, scenario, lasts))
            .toList())
        .failures(failures)
        .build();
  }

  private static Workload loaded(Workload workload, double load) {
    Optional<Users> users = workload
        .users()
        .map(u -> new Users(Math.max(1, (int) Math.round(u.count() * load)), u.pause()));
    return workload.toBuilder()
        .rate(load == 1 ? workload.rate() : new Scaled(workload.rate(), load))
        .users(users)
        .build();
  }

  /** A scheduled action after the end would be an error. */
  private static Group within(Group group, Scenario scenario, Duration lasts) {
    List<ScalingRule> rules = group.scaling().stream()
        .filter(rule -> !(rule instanceof ScheduledAction action)
            || action
                .when()
                .next(scenario.start())
                .filter(moment -> moment.isBefore(scenario.start().plus(lasts)))
                .isPresent())
        .toList();
    return group.toBuilder().scaling(rules).build();
  }
}
