package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.random.Sampler;
import headroom.random.Stream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of a group are worth where they differ: in workers by their types; in speed by
 * their types, by chance, and by what CPU credits let them do. Each speed is a multiple of that which
 * the group's first type has.
 */
public final class OwnSpeeds {

  private final List<OfType> types;
  private final Stream luck;
  private final Map<Integer, Own> inService = new LinkedHashMap<>();
  private double workers;
  private double speeds;
  private double shares;

  /**
   * How fast one instance is.
   *
   * @param speed how many times the usual speed it works at
   * @param cpu how many times the usual share of its CPU it uses when all its workers are busy
   * @param share the share of its speed, and so of its CPU, that its credits let it use
   * @param workers how many times as many workers as usual it has
   */
  record Own(double speed, double cpu, double share, double workers) {

    static final Own USUAL = new Own(1, 1, 1, 1);
  }

  /**
   * What the instances of a type are beside those of the group's first.
   *
   * @param workers how many workers each has
   * @param speed how many times as fast they work
   * @param cpu how many times as much of their CPU they use when all workers are busy
   * @param spread what each is born with, a multiple of that speed; null where all are born alike
   */
  public record OfType(
      int workers, double speed, double cpu, @Nullable Sampler spread) {

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
    return types.stream()
        .allMatch(type -> type.isUsual() && type.workers() == types.get(0).workers());
  }

  /** What instances of the type are that an instance is of. */
  OfType of(Instance instance) {
    return types.get(instance.type());
  }

  /** One comes into service, or its credits let it work at a share from now on. */
  Own put(Instance instance, double share) {
    remove(instance);
    // What its hardware is worth it keeps through repairs.
    OfType type = of(instance);
    Sampler spread = type.spread();
    double born = spread == null ? 1 : spread.sample(luck.at(instance.place()));
    double size = (double) type.workers() / types.get(0).workers();
    Own own = new Own(type.speed() * born * share, type.cpu(), share, size);
    inService.put(instance.ordinal(), own);
    workers += size;
    speeds += own.speed() * size;
    shares += own.cpu() * share;
    return own;
  }

  boolean has(Instance instance) {
    return inService.containsKey(instance.ordinal());
  }

  /** One is in service no more. */
  void remove(Instance instance) {
    Own own = inService.remove(instance.ordinal());
    if (own != null) {
      workers = inService.isEmpty() ? 0 : workers - own.workers();
      speeds = inService.isEmpty() ? 0 : speeds - own.speed() * own.workers();
      shares = inService.isEmpty() ? 0 : shares - own.cpu() * own.share();
    }
  }

  /** The means over those in service, of speed over their workers; 1 when there are none. */
  Own mean() {
    int count = inService.size();
    return count == 0 ? Own.USUAL : new Own(speeds / workers, shares / count, 1, workers / count);
  }
}
