package headroom.fleet.faults;

import headroom.fault.FailureBias;
import headroom.fault.InstanceFailures;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.PlannedCrash;
import headroom.math.Elementary;
import headroom.random.Chance;
import headroom.random.Hazard;
import headroom.random.Stream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets the instances of a group fail more often than they do, and keeps the logarithm of how much
 * more likely the run was so than it is.
 *
 * <p>While none is down the hazards are multiplied so that one failure is to be expected in the run;
 * while some are, so that the next failure comes before the repair in half of the cases; and not at
 * all once enough are down.
 */
public final class BiasedCrashes implements InstanceListener {

  private static final double NANOS = 1e9;

  private final InstanceFailures rule;
  private final FailureBias bias;
  private final PlannedCrash planned;
  private final Hazard hazard;
  private final double repairSeconds;
  private final int wanted;
  private final long endNanos;
  private final Stream luck;
  private final Map<Instance, Life> lives = new LinkedHashMap<>();
  private double factor;
  private double lastFactor = 1;
  private boolean reached;
  private double logWeight;

  /** What is left of an instance's lifetime, as hazard under the bias. */
  private static final class Life {
    private final long bornAt;
    private double left;
    private double seen;

    Life(long bornAt, double left) {
      this.bornAt = bornAt;
      this.left = left;
    }

    double ageSeconds(long now) {
      return (now - bornAt) / NANOS;
    }
  }

  /**
   * @param wanted instances of the group that are up when none is down
   */
  public BiasedCrashes(
      InstanceFailures rule,
      FailureBias bias,
      PlannedCrash planned,
      int wanted,
      Chance chance,
      long endNanos) {
    this.rule = rule;
    this.bias = bias;
    this.planned = planned;
    this.hazard = Hazard.of(rule.timeToFailure()).orElseThrow();
    this.repairSeconds = rule.timeToRepair().orElseThrow().mean();
    this.wanted = wanted;
    this.endNanos = endNanos;
    this.luck = chance.of(rule.of(), "lifetime").of(rule.name()).of("biased");
    this.factor = factor(wanted);
  }

  /** Logarithm of the run's likelihood as it is over that as it was made. */
  public double logWeight(long now) {
    settle(now);
    return logWeight;
  }

  @Override
  public void inService(Instance instance, long now) {
    settle(now);
    double u = luck.at(instance.place(), instance.life());
    lives.put(instance, new Life(now, -Elementary.log1p(-u)));
    replan(now);
  }

  @Override
  public void outOfService(Instance instance, long now) {
    settle(now);
    lives.remove(instance);
    planned.never(instance);
    reached |= wanted - lives.size() >= bias.down();
    replan(now);
  }

  @Override
  public void crashed(Instance instance, long now) {
    if (instance.crashCause().equals(rule.name())) {
      // Told after it left: the factor that it failed under is the one before.
      logWeight -= Elementary.log(lastFactor);
    }
  }

  /** Brings hazards and weight up to now, under the factor so far. */
  private void settle(long now) {
    for (Life life : lives.values()) {
      double all = hazard.until(life.ageSeconds(now));
      double since = all - life.seen;
      life.seen = all;
      life.left = Math.max(0, life.left - factor * since);
      logWeight += (factor - 1) * since;
    }
  }

  private void replan(long now) {
    int up = lives.size();
    lastFactor = factor;
    factor = factor(up);
    lives.forEach((instance, life) -> {
      double age = hazard.age(life.seen + life.left / factor);
      double nanos = (age - life.ageSeconds(now)) * NANOS;
      if (nanos <= endNanos - now) {
        planned.insteadAt(instance, now + Math.max(0, (long) nanos), rule.name());
      } else {
        planned.never(instance);
      }
    });
  }

  private double factor(int up) {
    if (reached || up == 0) {
      return 1;
    }
    double rate = up / rule.timeToFailure().mean();
    double wantedRate = up >= wanted ? NANOS / endNanos : 1 / repairSeconds;
    return Math.max(1, wantedRate / rate);
  }
}
