package headroom.fleet.flow;

import headroom.fleet.flow.Symptoms.Kind;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.Ailment;
import headroom.fleet.targets.AilmentListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The instances of a station that serve badly, and what that means for its requests. In turn each
 * instance gets its share; where least are under way, one that is s times as slow gets
 * (1 + a) / (1 + a s) of a share, with a requests under way at an instance: as much as others when
 * all are idle, and in proportion to its speed when all are busy.
 */
final class FlowAiling implements AilmentListener, InstanceListener {

  // Speeds nearer to each other than that are the same.
  private static final double STEP = 1 / 64.0;

  private final FlowStation station;
  private final Map<Instance, List<Ailment>> sick = new LinkedHashMap<>();
  private Symptoms symptoms = Symptoms.NONE;

  FlowAiling(FlowStation station) {
    this.station = station;
  }

  @Override
  public void ails(Instance instance, Ailment ailment, long now) {
    station.part().advance(now);
    List<Ailment> all = sick.computeIfAbsent(instance, any -> new ArrayList<>());
    all.remove(ailment);
    all.add(ailment);
    station.doors().forEach(door -> door.watch().looks(instance, now));
  }

  @Override
  public void recovers(Ailment ailment, long now) {
    station.part().advance(now);
    sick.values().forEach(all -> all.remove(ailment));
    sick.values().removeIf(List::isEmpty);
  }

  @Override
  public void outOfService(Instance instance, long now) {
    if (sick.containsKey(instance)) {
      station.part().advance(now);
      sick.remove(instance);
    }
  }

  /** What requests find just now. */
  Symptoms symptoms() {
    return symptoms;
  }

  /** Looks who gets requests that serves badly. */
  void look(long now) {
    FlowDoor door = busiest();
    if (sick.isEmpty() || door.healthy() == 0) {
      symptoms = Symptoms.NONE;
      return;
    }
    Map<Kind, Double> weights = new LinkedHashMap<>();
    double underWay = door.isPooling() ? station.step().underWay() : 0;
    double all = 0;
    String cause = "";
    for (Map.Entry<Instance, List<Ailment>> one : sick.entrySet()) {
      if (door.sendsTo(one.getKey())) {
        Kind kind = kind(one.getValue(), now);
        double weight = (1 + underWay) / (1 + underWay * kind.slowness());
        weights.merge(kind, weight, Double::sum);
        all += weight - 1;
        cause = one.getValue().get(one.getValue().size() - 1).cause();
      }
    }
    double sum = door.healthy() + all;
    weights.replaceAll((kind, weight) -> weight / sum);
    Symptoms next = new Symptoms(weights, cause);
    symptoms = next.equals(symptoms) ? symptoms : next;
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
    return kind(sick.getOrDefault(instance, List.of()), now);
  }

  private static Kind kind(List<Ailment> ailments, long now) {
    double speed = 1;
    double well = 1;
    double arrives = 1;
    double heard = 1;
    double inside = 1;
    double outside = 0;
    for (Ailment one : ailments) {
      speed *= one.speed().at(now);
      well *= 1 - one.share() * one.errors();
      arrives *= 1 - one.lostRequests();
      heard *= 1 - one.share() * one.lostAnswers();
      inside *= one.outsideNanos() > 0 ? 1 - one.share() : 1;
      outside += one.share() * one.outsideNanos() / 1e9;
    }
    double share = 1 - inside;
    double seconds = share > 0 ? outside / share : 0;
    return new Kind(slowness(speed), 1 - well, 1 - arrives, 1 - heard, share, seconds);
  }

  private static double slowness(double speed) {
    return Math.rint(1 / speed / STEP) * STEP;
  }
}
