package headroom.spec;

import headroom.policy.alarm.AlarmExpression;

/**
 * An alarm over other alarms (fleet sheet §5.2); no policy can act upon it.
 *
 * @param name its name
 * @param text the rule as it is written
 * @param composite the rule
 */
public record CompositeAlarm(String name, String text, AlarmExpression composite)
    implements ScenarioAlarm {}
