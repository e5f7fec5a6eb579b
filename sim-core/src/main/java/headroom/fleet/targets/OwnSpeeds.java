package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.random.Sampler;
import headroom.random.Stream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The speeds of the instances of a group where they differ: by their types, by chance, and by what
 * CPU credits let them do. Each is a multiple of the speed that the group's first type has.
 */
public final class OwnSpeeds {

  private final List<OfType> types;
  private final Stream luck;
  private final Map<Integer, Own> inService = new LinkedHashMap<>();
  private double speeds;
  private double shares;

  /**
   * How fast one instance is.
   *
   * @param speed how many times the usual speed it works at
   * @param cpu how many times the usual share of its CPU it uses when all its workers are busy
   */
  record Own(double speed, double cpu) {

    static final Own USUAL = new Own(1, 1);
  }

  /**
   * What the instances of a type are beside those of the group's first.
   *
   * @param speed how many times as fast they work
   * @param cpu how many times as much of their CPU they use when all workers are busy
   * @param spread what each is born with, a multiple of that speed; null where all are born alike
   */
  public record OfType(double speed, double cpu, @Nullable Sampler spread) {

    boolean isUsual() {
      return speed == 1 && cpu == 1 && spread == null;
    }
  }

  /** Makes the speeds of a group without instances, whose types these are. */
  public OwnSpeeds(List<OfType> types, Stream luck) {
    this.types = List.copyOf(types);
    this.luck = luck;
  }

  /** True when all instances are alike, whatever their type. */
  public static boolean areUsual(List<OfType> types) {
    return types.stream().allMatch(OfType::isUsual);
  }

  /** One comes into service, or its credits let it work at a share from now on. */
  Own put(Instance instance, double share) {
    remove(instance);
    // What its hardware is worth it keeps through repairs.
    OfType type = types.get(instance.type());
    Sampler spread = type.spread();
    double born = spread == null ? 1 : spread.sample(luck.at(instance.place()));
    Own own = new Own(type.speed() * born * share, type.cpu() * share);
    inService.put(instance.ordinal(), own);
    speeds += own.speed();
    shares += own.cpu();
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
