package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.fleet.targets.OwnSpeeds.Own;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How fast the servers of a group work: all of them together, and each of its own. */
final class Speeds {

  private final Pace pace;
  private final int usualWorkers;
  private @Nullable OwnSpeeds own;
  private @Nullable PaceListener listener;

  /**
   * All work alike, until they {@link #differ}.
   *
   * @param usualWorkers how many requests one serves at once
   */
  Speeds(Pace pace, int usualWorkers) {
    this.pace = pace;
    this.usualWorkers = usualWorkers;
  }

  void hear(PaceListener hearing) {
    listener = hearing;
  }

  void differ(OwnSpeeds speeds) {
    own = speeds;
  }

  /** What those in service are on average beside one as usual. */
  Own mean() {
    return own == null ? Own.USUAL : own.mean();
  }

  /** The mean speed, as a multiple of the usual one. */
  double now() {
    return pace.speed() * mean().speed();
  }

  int workersOf(Instance instance) {
    return own == null ? usualWorkers : own.of(instance).workers();
  }

  /** How many times the usual share of its CPU an instance uses when all its workers are busy. */
  double cpuOf(Instance instance) {
    return own == null ? 1 : own.of(instance).cpu();
  }

  /** All are about to work at a share of their usual speed. */
  void willBe(double common, long now) {
    if (listener != null) {
      listener.paceChanges(common * mean().speed(), now);
    }
  }

  /** An instance comes into service. */
  Own comes(Instance instance, long now) {
    if (own == null) {
      return Own.USUAL;
    }
    Own mine = own.put(instance, 1);
    willBe(pace.speed(), now);
    return mine;
  }

  /** An instance is in service no more. */
  void goes(Instance instance, long now) {
    if (own != null) {
      own.remove(instance);
      willBe(pace.speed(), now);
    }
  }

  /** Credits let an instance work at a share from now on; what it is then, if it is in service. */
  Optional<Own> credits(Instance instance, double share, long now) {
    if (own == null || !own.has(instance)) {
      return Optional.empty();
    }
    Own next = own.put(instance, share);
    willBe(pace.speed(), now);
    return Optional.of(next);
  }
}
