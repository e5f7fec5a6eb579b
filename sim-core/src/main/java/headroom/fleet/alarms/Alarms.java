package headroom.fleet.alarms;

import headroom.policy.alarm.AlarmState;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.CompositeAlarm;
import java.util.LinkedHashMap;
import java.util.Map;

/** The alarms of a scenario at work. */
public final class Alarms {

  private final Recorder recorder;
  private final Map<String, AlarmAtWork> ofMetrics = new LinkedHashMap<>();
  private final Map<String, CompositeAlarm> composites = new LinkedHashMap<>();
  private final Map<String, AlarmState> states = new LinkedHashMap<>();

  public Alarms(Recorder recorder) {
    this.recorder = recorder;
  }

  public void add(AlarmAtWork alarm) {
    ofMetrics.put(alarm.plan().name(), alarm);
  }

  public void add(CompositeAlarm alarm) {
    composites.put(alarm.name(), alarm);
    states.put(alarm.name(), AlarmState.INSUFFICIENT_DATA);
  }

  /** An alarm over a metric, by its name in the scenario. */
  public AlarmAtWork find(String name) {
    AlarmAtWork alarm = ofMetrics.get(name);
    if (alarm == null) {
      throw new IllegalStateException("no alarm " + name);
    }
    return alarm;
  }

  /** True when an alarm is to be looked at every ten seconds. */
  public boolean hasFast() {
    return ofMetrics.values().stream().anyMatch(AlarmAtWork::isFast);
  }

  /** Looks at every alarm. */
  public void evaluate(long now) {
    ofMetrics.values().forEach(alarm -> alarm.evaluate(now));
    composites.keySet().forEach(name -> compose(name, now));
  }

  /** Looks at those of less than a minute. */
  public void evaluateFast(long now) {
    ofMetrics.values().stream().filter(AlarmAtWork::isFast).forEach(alarm -> alarm.evaluate(now));
    composites.keySet().forEach(name -> compose(name, now));
  }

  private void compose(String name, long now) {
    AlarmState next = state(name);
    if (states.put(name, next) != next && recorder.readsEvents()) {
      CompositeAlarm rule = rule(name);
      StringBuilder why = new StringBuilder(rule.text()).append(" with");
      rule.composite()
          .names(part -> why.append(' ')
              .append(part)
              .append(' ')
              .append(AlarmWords.of(state(part)))
              .append(';'));
      why.setLength(why.length() - 1);
      recorder.happened(
          now,
          EventLog.Kind.ALARM,
          "alarms." + name,
          "state " + AlarmWords.of(next),
          why.toString());
    }
  }

  /** The state of an alarm of any kind, by its name. */
  public AlarmState state(String name) {
    return composites.containsKey(name)
        ? rule(name).composite().holds(this::state) ? AlarmState.ALARM : AlarmState.OK
        : find(name).state();
  }

  private CompositeAlarm rule(String name) {
    CompositeAlarm rule = composites.get(name);
    if (rule == null) {
      throw new IllegalStateException("no composite alarm " + name);
    }
    return rule;
  }
}
