package headroom.vectors;

import headroom.ScenarioBuilder;
import headroom.policy.limit.RateLimit;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.How;
import headroom.results.Run;
import headroom.workload.Regular;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Fleets of one instance that comes or goes at a given moment, asked like clockwork. */
final class Outages {

  /** Lets the first request pass, and in a run of minutes no other. */
  static final RateLimit ONE_REQUEST = new RateLimit(1e-6, 1);

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private Outages() {}

  static ScenarioBuilder upFromTheStart() {
    return new ScenarioBuilder()
        .start(START)
        .zones("a")
        .arrivals(new Regular())
        .time(new Constant(0.01));
  }

  /** The instance comes into service after so many seconds. */
  static ScenarioBuilder nobodyUntil(double seconds) {
    return upFromTheStart()
        .image(new Constant(seconds), new Constant(0), new Constant(0))
        .cold();
  }

  /** The instance goes after so long, and none follows. */
  static ScenarioBuilder goneAfter(Duration time, ScenarioBuilder scenario) {
    return scenario
        .size(0, 1)
        .desired(1)
        .scaling(new ScheduledAction(
            START.plus(time), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(0)));
  }

  /**
   * Every attempt of a client that waits 1 s fails like this; if it is for a rate limit, that is the
   * client's own: {@link #ONE_REQUEST}.
   */
  static ScenarioBuilder failing(How how) {
    return switch (how) {
      case RATE_LIMITED -> upFromTheStart();
      case TIMEOUT -> upFromTheStart().workers(1000).time(new Constant(5));
      default -> nobodyUntil(1e6);
    };
  }

  static double figure(Run run, String name) {
    return run.figure(name).orElse(0.0);
  }
}
