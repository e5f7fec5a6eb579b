package headroom.fleet.alarms;

import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.metrics.MetricSeries;
import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmState;
import headroom.policy.metric.Period;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.MetricAlarm;

/** An alarm over a metric at work: looks at its points and remembers its state. */
public final class AlarmAtWork {

  private static final long MINUTE = 60_000_000_000L;

  private final MetricAlarm plan;
  private final String name;
  private final AlarmWords words;
  private final int slots;
  private final MetricSeries series;
  private final Recorder recorder;
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;
  private double newest = Double.NaN;
  private long actedAt = Long.MIN_VALUE;
  private long crossedAt = -1;

  /**
   * Sets an alarm to work; to be made before its group has instances.
   *
   * @param name what results call it
   * @param warmUpNanos instances in service for less are left out of the metric
   */
  public AlarmAtWork(
      String name, MetricAlarm plan, GroupMetrics metrics, long warmUpNanos, Recorder recorder) {
    this.plan = plan;
    this.name = name;
    this.words = new AlarmWords(plan);
    this.recorder = recorder;
    long slot = Math.min(MINUTE, plan.period().toNanos());
    this.slots = Math.toIntExact(plan.period().toNanos() / slot);
    MetricSeries.Keep keep = new MetricSeries.Keep(plan.rule().range() * slots, plan.statistic());
    this.series = metrics.series(plan.metric(), warmUpNanos, slot, keep);
  }

  /** What results call it. */
  public String name() {
    return name;
  }

  public MetricAlarm plan() {
    return plan;
  }

  public AlarmState state() {
    return state;
  }

  /** True for one that is looked at every ten seconds and not every minute. */
  boolean isFast() {
    return Period.isShort(plan.period());
  }

  /** Looks at the newest points; while it is in alarm its scaling actions repeat (§5.2). */
  public void evaluate(long now) {
    Alarm rule = plan.rule();
    double[] points = series.newest(rule.range(), slots, plan.statistic());
    newest = points[points.length - 1];
    follow();
    if (plan.ignoresFewSamples()
        && series.samplesInNewest(slots) < plan.statistic().fewSamples()) {
      return;
    }
    AlarmState next = rule.decide(points, state);
    boolean changed = next != state;
    if (changed && recorder.readsEvents()) {
      recorder.happened(
          now, EventLog.Kind.ALARM, name, "state " + AlarmWords.of(next), words.why(points));
    }
    state = next;
    if (state == AlarmState.ALARM && (changed || now - actedAt >= MINUTE)) {
      actedAt = now;
    }
  }

  /** Since when the metric has been beyond the threshold without a break. */
  private void follow() {
    if (Double.isNaN(newest)) {
      return;
    }
    boolean breaches = plan.rule().comparison().breaches(newest, plan.rule().threshold());
    if (breaches && crossedAt < 0) {
      crossedAt = Math.max(0, series.publishedNanos() - plan.period().toNanos());
    } else if (!breaches) {
      crossedAt = -1;
    }
  }

  /** True when its actions are due at this very evaluation. */
  public boolean actsAt(long now) {
    return actedAt == now;
  }

  /** The newest point of the metric; NaN when it is missing. */
  public double newest() {
    return newest;
  }

  /** When the metric crossed the threshold; -1 while it is not beyond. */
  public long crossedAt() {
    return crossedAt;
  }

  /** What an activity is put down to: the alarm, its metric and its threshold. */
  public String cause() {
    return "alarm " + name + " in state " + AlarmWords.of(state) + ", " + words.condition(newest);
  }
}
