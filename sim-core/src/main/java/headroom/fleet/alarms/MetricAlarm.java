package headroom.fleet.alarms;

import headroom.fleet.metrics.CpuSeries;
import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmState;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.Locale;

/** An alarm at work: looks at its metric every minute and remembers its state. */
public final class MetricAlarm {

  private final String name;
  private final Alarm rule;
  private final CpuSeries metric;
  private final Recorder recorder;
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;

  public MetricAlarm(String name, Alarm rule, CpuSeries metric, Recorder recorder) {
    this.name = name;
    this.rule = rule;
    this.metric = metric;
    this.recorder = recorder;
  }

  /** Evaluates the alarm; true while it is in alarm, which repeats its scaling action (§5.2). */
  public boolean isInAlarm(long now) {
    AlarmState next = rule.decide(metric.newest(rule.range()), state);
    if (next != state && recorder.readsEvents()) {
      recorder.happened(now, EventLog.Kind.ALARM, name, "state " + word(next), condition());
    }
    state = next;
    return state == AlarmState.ALARM;
  }

  /** The newest point of the metric; NaN when it is missing. */
  public double newest() {
    return metric.newest(1)[0];
  }

  private static String word(AlarmState state) {
    return state.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private String condition() {
    return String.format(
        Locale.ROOT,
        "cpu %s %.1f %% for %d of %d minutes",
        rule.comparison().sign(),
        100 * rule.threshold(),
        rule.datapointsToAlarm(),
        rule.evaluationPeriods());
  }
}
