package headroom.fleet.flow;

import headroom.fleet.flow.Symptoms.Kind;
import headroom.fleet.instances.Instance;
import headroom.fleet.targets.Ailment;
import headroom.policy.routing.WeightedRandom;
import headroom.spec.LoadBalancer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance that serves badly: how, and how many wait there whom it cannot keep up with, who are a
 * fluid of their own.
 */
final class Sick {

  // Speeds nearer to each other than that are the same, and so are waits.
  private static final double STEP = 1 / 64.0;

  private static final double SLOWER = 1.05;

  private final Instance instance;
  private final FlowStation station;
  private final List<Ailment> ailments = new ArrayList<>();
  private Kind now = Kind.USUAL;
  private double waiting;
  private double then;

  /** What it gets beyond what another healthy one gets. */
  double weight;

  /** How much it gets of what another gets, then its share of all. */
  double share;

  Sick(Instance instance, FlowStation station) {
    this.instance = instance;
    this.station = station;
  }

  void add(Ailment ailment) {
    ailments.remove(ailment);
    ailments.add(ailment);
  }

  void remove(Ailment ailment) {
    ailments.remove(ailment);
  }

  /** False when nothing ails it, nor has left anything to be felt. */
  boolean matters() {
    return !ailments.isEmpty() || waiting > 0;
  }

  boolean makesWait() {
    return waiting > 0;
  }

  /** Its last ailment's cause if it has one and gets requests, else another. */
  String cause(String other) {
    return ailments.isEmpty() || share <= 0
        ? other
        : ailments.get(ailments.size() - 1).cause();
  }

  /** Works out how it serves, and how much it gets. */
  void look(FlowDoor door, long at) {
    now = kind(at);
    if (!door.sendsTo(instance)) {
      share = 0;
      weight = 0;
      then = 0;
      return;
    }
    double underWay = door.isPooling() ? station.step().underWay() : 0;
    double usual = door.weight(instance, at);
    share = usual * (1 + underWay) / (1 + underWay * now.slowness());
    WeightedRandom chance = byChance(door);
    if (chance != null) {
      share *= chance.weight(1 - now.answersWell(), door.healthy());
    }
    weight = share - usual;
  }

  /** How it serves a step of so many seconds: who comes waits for whom it has not served yet. */
  Kind after(double seconds) {
    int workers = station.group().workersOf(instance);
    double each = now.meanSeconds(station.time().mean() / Math.max(station.speed(), 1e-9));
    if (each < SLOWER * station.step().servingSeconds() && waiting == 0) {
      // All are as slow, and the station's own queue is theirs.
      then = 0;
      return now;
    }
    double served = workers / each;
    double places = station.service().queue();
    double there = Math.max(0, waiting + (share * station.step().rate() - served) * seconds);
    double came = share * station.step().rate() * seconds;
    double refused = there > places && came > 0 ? (there - places) / came : 0;
    then = Math.min(there, places);
    double mean = (waiting + then) / 2;
    double wait = Math.rint(mean / served / STEP) * STEP;
    return now.behind(wait, Math.min(1, refused));
  }

  /** The step is taken. */
  void commit() {
    waiting = then;
  }

  /** The rule of a door that chooses by chance; null when it has another. */
  static @Nullable WeightedRandom byChance(FlowDoor door) {
    LoadBalancer balancer = door.rule();
    return balancer != null && balancer.routing() instanceof WeightedRandom rule ? rule : null;
  }

  /** How it serves at a moment. */
  Kind kind(long now) {
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
    return new Kind(slowness(speed), 1 - well, 1 - arrives, 1 - heard, share, seconds, 0, 0);
  }

  private static double slowness(double speed) {
    return Math.rint(1 / speed / STEP) * STEP;
  }
}
