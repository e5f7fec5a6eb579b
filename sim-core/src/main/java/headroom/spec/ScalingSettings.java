package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What holds for all scaling of a group (fleet sheet §4.3, §4.4; [A6], [A9]).
 *
 * @param defaultCooldown how long a simple policy waits that does not say
 * @param defaultInstanceWarmup how long a new instance is left out of metrics and capacity, for
 *     policies that do not say; empty for the default cooldown
 * @param monitoring how often the group's instances have points
 */
public record ScalingSettings(
    Duration defaultCooldown, Optional<Duration> defaultInstanceWarmup, Monitoring monitoring) {

  public static final Duration DEFAULT_COOLDOWN = Duration.ofMinutes(5);

  public static final ScalingSettings DEFAULT =
      new ScalingSettings(DEFAULT_COOLDOWN, Optional.empty(), Monitoring.DEFAULT);

  public static List<Problem> problems(
      Duration defaultCooldown, Optional<Duration> defaultInstanceWarmup) {
    return Problems.of()
        .require(
            "default-cooldown",
            !defaultCooldown.isNegative(),
            "must be 0 or more",
            "for example 300s")
        .require(
            "default-instance-warmup",
            defaultInstanceWarmup.isEmpty() || !defaultInstanceWarmup.get().isNegative(),
            "must be 0 or more",
            "for example 120s")
        .list();
  }

  public ScalingSettings {
    Problems.throwIfAny(problems(defaultCooldown, defaultInstanceWarmup));
  }

  /** The warm-up of a policy: its own, else the group's, else the default cooldown. */
  public Duration warmUp(Optional<Duration> ofPolicy) {
    return ofPolicy.or(() -> defaultInstanceWarmup).orElse(defaultCooldown);
  }
}
