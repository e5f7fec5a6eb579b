package headroom.policy.alarm;

/** The state of an alarm, in CloudWatch's terms. */
public enum AlarmState {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
