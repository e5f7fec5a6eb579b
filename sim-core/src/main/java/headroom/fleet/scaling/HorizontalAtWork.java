package headroom.fleet.scaling;

import headroom.fleet.metrics.PodReadings;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.PodGoal;
import headroom.policy.scaling.PodMemory;
import java.util.Arrays;
import java.util.Locale;

/** A horizontal pod autoscaler that looks at the pods of one group. */
public final class HorizontalAtWork {

  private final HorizontalPodAutoscaling rule;
  private final GroupKeeper pods;
  private final PodReadings readings;
  private final PodMemory memory;

  public HorizontalAtWork(HorizontalPodAutoscaling rule, GroupKeeper pods) {
    this.rule = rule;
    this.pods = pods;
    this.readings = pods.metrics().pods();
    this.memory = rule.memory();
  }

  /** The group it scales. */
  public String group() {
    return pods.instances().name();
  }

  /** How often it looks. */
  public long everyNanos() {
    return rule.every().toNanos();
  }

  /** Looks at what the pods have used since it looked last, and does what that comes to. */
  public void look(long now) {
    readings.read(now);
    int current = pods.desired();
    int recommended = rule.recommended(current, new Now(now));
    int size = memory.decide(current, recommended, pods.min(), pods.max(), now);
    if (size != current) {
      pods.resize(size, now, cause(now));
    }
  }

  private double[] values(PodGoal goal, long now) {
    return switch (goal.metric()) {
      case CPU -> readings.cpu();
      case REQUESTS_PER_TARGET -> readings.requestsPerTarget();
      case BACKLOG_PER_INSTANCE -> readings.backlog(now);
      default -> throw new IllegalStateException(goal.metric().word() + " is no metric of pods");
    };
  }

  private String cause(long now) {
    StringBuilder words = new StringBuilder("horizontal pod autoscaler:");
    for (PodGoal goal : rule.metrics()) {
      double mean = Arrays.stream(values(goal, now)).average().orElse(Double.NaN);
      words.append(String.format(
          Locale.ROOT, " %s %s of %s", goal.metric().word(), text(goal, mean), text(goal)));
    }
    return words.toString();
  }

  private static String text(PodGoal goal) {
    return text(goal, goal.target());
  }

  private static String text(PodGoal goal, double value) {
    return goal.metric() == WatchedMetric.CPU
        ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private final class Now implements HorizontalPodAutoscaling.Measured {
    private final long now;

    Now(long now) {
      this.now = now;
    }

    @Override
    public double[] values(PodGoal goal) {
      return HorizontalAtWork.this.values(goal, now);
    }

    @Override
    public int unready(PodGoal goal) {
      return Math.max(0, pods.desired() - values(goal).length);
    }
  }
}
