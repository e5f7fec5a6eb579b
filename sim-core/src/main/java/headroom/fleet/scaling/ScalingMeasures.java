package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.policy.scaling.SloCapacity;
import headroom.spec.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How well a group's size followed what its load needed, minute by minute of the counted time, and
 * how fast.
 *
 * <p>Shares of provisioning and of time are those of Herbst, Kounev and Reussner ("Elasticity in
 * cloud computing: what it is, and what it is not", ICAC 2013): by how much of what is needed there
 * is too much or too little on average, and for how much of the time.
 */
public final class ScalingMeasures implements InstanceListener {

  private static final double MINUTE_SECONDS = 60;
  private static final long MINUTE = 60_000_000_000L;

  private final Units units;
  private final SloCapacity slo;
  private final long countsFrom;
  private final List<Awaited> awaited = new ArrayList<>();
  private long minutes;
  private long minutesOver;
  private long minutesUnder;
  private long wastedMinutes;
  private long missingMinutes;
  private double over;
  private double under;
  private int lastDirection;
  private long reversals;
  private double reactionSum;
  private double reactionMost;
  private long reactions;

  /** A size that was asked for after a metric crossed a threshold. */
  private record Awaited(int size, long crossedAt) {}

  /** Begins to measure; to be made before the group has instances. */
  public ScalingMeasures(Group rule, InstanceGroup instances, SloCapacity slo, long countsFrom) {
    this.units = Units.of(rule, instances);
    this.slo = slo;
    this.countsFrom = countsFrom;
    instances.listen(this);
  }

  /**
   * Closes the minute that ends now, in which so many requests came to the group.
   *
   * @param there what is in service, as instances of the group's first type
   */
  public void observe(long now, double requests, int there) {
    if (now - MINUTE < countsFrom) {
      return;
    }
    int needed = slo.needed(requests / MINUTE_SECONDS);
    minutes++;
    wastedMinutes += Math.max(0, there - needed);
    missingMinutes += Math.max(0, needed - there);
    minutesOver += there > needed ? 1 : 0;
    minutesUnder += there < needed ? 1 : 0;
    if (needed > 0) {
      over += (double) Math.max(0, there - needed) / needed;
      under += (double) Math.max(0, needed - there) / needed;
    }
  }

  /**
   * A policy changed the wanted size.
   *
   * @param crossedAt when its metric crossed the threshold; -1 when that is not known
   */
  void resized(int before, int size, long crossedAt, long now) {
    int direction = Integer.signum(size - before);
    boolean counts = now >= countsFrom;
    reversals += counts && direction * lastDirection < 0 ? 1 : 0;
    lastDirection = direction;
    awaited.removeIf(wait -> wait.size() > size);
    if (counts && direction > 0 && crossedAt >= 0) {
      awaited.add(new Awaited(size, crossedAt));
    }
  }

  @Override
  public void inService(Instance instance, long now) {
    // The smallest comes first: what is added later is larger than all that is awaited.
    while (!awaited.isEmpty() && arrived(awaited.get(0), units.inService(), now)) {
      awaited.remove(0);
    }
  }

  private boolean arrived(Awaited wait, int there, long now) {
    if (there < wait.size()) {
      return false;
    }
    double seconds = (now - wait.crossedAt()) / 1e9;
    reactionSum += seconds;
    reactionMost = Math.max(reactionMost, seconds);
    reactions++;
    return true;
  }

  /** Units of capacity in service; empty where every instance is one. */
  public OptionalInt units() {
    return units.areInstances() ? OptionalInt.empty() : OptionalInt.of(units.inService());
  }

  /** Seconds from crossing a threshold to all that was asked for serving, mean; NaN without any. */
  public double meanReaction() {
    return reactionSum / reactions;
  }

  /** The longest of them; NaN without any. */
  public double longestReaction() {
    return reactions == 0 ? Double.NaN : reactionMost;
  }

  /** Instances beyond what was needed, over what was needed: the mean of all minutes. */
  public double overshoot() {
    return over / minutes;
  }

  /** Instances missing of what was needed, over what was needed: the mean of all minutes. */
  public double undershoot() {
    return under / minutes;
  }

  /** Share of minutes with more than was needed. */
  public double overshootTime() {
    return (double) minutesOver / minutes;
  }

  /** Share of minutes with less than was needed. */
  public double undershootTime() {
    return (double) minutesUnder / minutes;
  }

  /** Hours of instances in service beyond what was needed. */
  public double wastedHours() {
    return minutes == 0 ? Double.NaN : wastedMinutes / 60.0;
  }

  /** Hours of instances that were missing. */
  public double missingHours() {
    return minutes == 0 ? Double.NaN : missingMinutes / 60.0;
  }

  /** Times a day that a policy took back what one had done before: out after in, or in after out. */
  public double reversalsPerDay(double windowSeconds) {
    return reversals * 86_400 / windowSeconds;
  }
}
