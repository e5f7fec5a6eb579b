package headroom.fleet.flow;

import headroom.fleet.flow.Symptoms.Kind;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.Ailment;
import headroom.fleet.targets.AilmentListener;
import headroom.random.Stream;
import headroom.workload.WarmUpCurve;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a station that serve badly, and what that means for its requests. In turn each
 * instance gets its share; where least are under way, one that is s times as slow gets
 * (1 + a) / (1 + a s) of a share, with a requests under way at an instance: as much as others when
 * all are idle, and in proportion to its speed when all are busy.
 */
final class FlowAiling implements AilmentListener, InstanceListener {

  // By then what is left of a slow start is less than that.
  private static final double WARM_AFTER = 9;
  private static final int LOOKS_WHILE_COLD = 16;
  private static final long WHILE_MANY_WAIT = 5_000_000_000L;
  private static final Stream NOBODYS = new Stream(0, 0, 0);

  private final FlowStation station;
  private final @Nullable WarmUpCurve warmUp;
  private final Map<Instance, Sick> sick = new LinkedHashMap<>();
  // When the last of them will be warm.
  private long allWarmAt;
  private Symptoms symptoms = Symptoms.NONE;
  private int changes;

  FlowAiling(FlowStation station) {
    this.station = station;
    this.warmUp = station.service().warmUp().orElse(null);
  }

  /** New instances are slow at first. */
  @Override
  public void inService(Instance instance, long now) {
    WarmUpCurve curve = warmUp;
    if (curve != null && now > 0) {
      long warm = now + (long) (curve.over().toNanos() * WARM_AFTER);
      allWarmAt = Math.max(allWarmAt, warm);
      Ailment cold = new Ailment(
          "", at -> at >= warm ? 1 : 1 / curve.slowdownAt(at - now), 0, 0, 0, 0, 0, NOBODYS);
      ails(instance, cold, now);
    }
  }

  /** When the speed of its instances is to be looked at again. */
  long nextLook(long at) {
    WarmUpCurve curve = warmUp;
    long next = Long.MAX_VALUE;
    if (curve != null && at < allWarmAt) {
      next = at + Math.max(1, curve.over().toNanos() / LOOKS_WHILE_COLD);
    }
    boolean waits = sick.values().stream().anyMatch(Sick::makesWait);
    return waits ? Math.min(next, at + WHILE_MANY_WAIT) : next;
  }

  @Override
  public void ails(Instance instance, Ailment ailment, long now) {
    station.part().advance(now);
    sick.computeIfAbsent(instance, any -> new Sick(instance, station)).add(ailment);
    station.doors().forEach(door -> door.watch().looks(instance, now));
  }

  @Override
  public void recovers(Ailment ailment, long now) {
    station.part().advance(now);
    sick.values().forEach(one -> one.remove(ailment));
    sick.values().removeIf(one -> !one.matters());
  }

  @Override
  public void outOfService(Instance instance, long now) {
    if (sick.containsKey(instance)) {
      station.part().advance(now);
      sick.remove(instance);
    }
  }

  /** How often what requests find has changed so far. */
  int changes() {
    return changes;
  }

  /** What requests find just now. */
  Symptoms symptoms() {
    return symptoms;
  }

  /** Looks who gets requests that serves badly, in a step around a moment. */
  void look(long now, double seconds) {
    FlowDoor door = sick.isEmpty() || station.doors().isEmpty() ? null : busiest();
    if (door == null || door.healthy() == 0) {
      changes += symptoms.isNone() ? 0 : 1;
      symptoms = Symptoms.NONE;
      return;
    }
    double all = door.weighing();
    String cause = "";
    for (Sick one : sick.values()) {
      one.look(door, now);
      all += one.weight;
      cause = one.cause(cause);
    }
    Map<Kind, Double> shares = new LinkedHashMap<>();
    for (Sick one : sick.values()) {
      if (one.share > 0) {
        one.share /= all;
        shares.merge(one.after(seconds), one.share, Double::sum);
      }
    }
    Symptoms next = new Symptoms(shares, cause);
    if (!next.equals(symptoms)) {
      symptoms = next;
      changes++;
    }
  }

  /** The step is taken. */
  void commit() {
    sick.values().forEach(Sick::commit);
  }

  private FlowDoor busiest() {
    FlowDoor most = station.doors().get(0);
    for (FlowDoor door : station.doors()) {
      most = door.healthy() > most.healthy() ? door : most;
    }
    return most;
  }

  /** How an instance serves; as usual when nothing ails it. */
  Kind of(Instance instance, long now) {
    Sick one = sick.get(instance);
    return one == null ? Kind.USUAL : one.kind(now);
  }
}
