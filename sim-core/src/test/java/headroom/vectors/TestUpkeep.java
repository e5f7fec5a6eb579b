package headroom.vectors;

import headroom.policy.placement.TerminationPolicy;
import headroom.spec.InstanceRefresh;
import headroom.spec.LifecycleHook;
import headroom.spec.MaintenancePolicy;
import headroom.spec.Operation;
import headroom.spec.Suspension;
import headroom.spec.Upkeep;
import headroom.spec.WarmPool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Upkeep of one thing each, for tests. */
public final class TestUpkeep {

  private static final List<TerminationPolicy> DEFAULT = List.of(TerminationPolicy.DEFAULT);

  private TestUpkeep() {}

  static Upkeep with(TerminationPolicy policy) {
    return new Upkeep(
        List.of(policy),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  static Upkeep protectedFromScaleIn() {
    return new Upkeep(
        DEFAULT,
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  /** All are protected until an operation says otherwise. */
  static Upkeep protectedUntil(TerminationPolicy policy, Operation... operations) {
    return new Upkeep(
        List.of(policy),
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of(operations));
  }

  public static Upkeep with(LifecycleHook... hooks) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(hooks),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  public static Upkeep with(InstanceRefresh... refreshes) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(refreshes),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  public static Upkeep with(Suspension... suspensions) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(suspensions),
        false,
        Optional.empty(),
        List.of());
  }

  public static Upkeep with(WarmPool pool, LifecycleHook... hooks) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(hooks),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.of(pool),
        List.of());
  }

  static Upkeep with(WarmPool pool, InstanceRefresh refresh) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(refresh),
        List.of(),
        false,
        Optional.of(pool),
        List.of());
  }

  public static Upkeep with(Operation... operations) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of(operations));
  }

  /** Replaced under a policy of its own. */
  static Upkeep maintained(MaintenancePolicy policy) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(),
        Optional.empty(),
        Optional.of(policy),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  /** Everything is replaced after a day. */
  static Upkeep daily(MaintenancePolicy policy) {
    return new Upkeep(
        DEFAULT,
        false,
        List.of(),
        Optional.of(Duration.ofDays(1)),
        Optional.of(policy),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  /** A refresh whose new instances need no warm-up. */
  public static InstanceRefresh refresh(
      Duration at, double minHealthy, List<Double> checkpoints, Optional<String> image) {
    return new InstanceRefresh(
        at,
        image,
        minHealthy,
        1,
        false,
        checkpoints,
        Duration.ofHours(1),
        Optional.of(Duration.ZERO),
        InstanceRefresh.Protected.WAIT,
        List.of(),
        true);
  }
}
