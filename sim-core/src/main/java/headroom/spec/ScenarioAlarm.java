package headroom.spec;

/** An alarm of the scenario: over a metric, or over other alarms. */
public sealed interface ScenarioAlarm permits MetricAlarm, CompositeAlarm {

  /** The name by which policies and composite alarms mean it. */
  String name();
}
