package headroom.policy.alarm;

/** How an alarm treats periods without a data point (fleet sheet §5.3). */
public enum MissingData {
  MISSING,
  IGNORE,
  BREACHING,
  NOT_BREACHING
}
