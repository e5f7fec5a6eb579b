package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.random.Sampler;
import headroom.random.Stream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The speeds of the instances of a group where equal instances differ: by chance, and by what CPU
 * credits let them do. Each is a share of the speed that the type has.
 */
final class OwnSpeeds {

  private final @Nullable Sampler spread;
  private final Stream luck;
  private final Map<Integer, Own> inService = new LinkedHashMap<>();
  private double speeds;
  private double shares;

  /**
   * How fast one instance is.
   *
   * @param speed share of the usual speed at which it works
   * @param cpu share of its CPU that its credits let it use when all its workers are busy
   */
  record Own(double speed, double cpu) {

    static final Own USUAL = new Own(1, 1);
  }

  /**
   * Makes the speeds of a group without instances.
   *
   * @param spread what an instance is born with; null where all are born alike
   */
  OwnSpeeds(@Nullable Sampler spread, Stream luck) {
    this.spread = spread;
    this.luck = luck;
  }

  /** One comes into service, or its credits let it work at a share from now on. */
  Own put(Instance instance, double share) {
    remove(instance);
    // What its hardware is worth it keeps through repairs.
    double born = spread == null ? 1 : spread.sample(luck.at(instance.place()));
    Own own = new Own(born * share, share);
    inService.put(instance.ordinal(), own);
    speeds += own.speed();
    shares += share;
    return own;
  }

  boolean has(Instance instance) {
    return inService.containsKey(instance.ordinal());
  }

  /** One is in service no more. */
  void remove(Instance instance) {
    Own own = inService.remove(instance.ordinal());
    if (own != null) {
      speeds = inService.isEmpty() ? 0 : speeds - own.speed();
      shares = inService.isEmpty() ? 0 : shares - own.cpu();
    }
  }

  /** The means over those in service; 1 when there are none. */
  Own mean() {
    int count = inService.size();
    return count == 0 ? Own.USUAL : new Own(speeds / count, shares / count);
  }
}
