package headroom.policy.retry;

/** How a wait is spread so that callers do not come back together (platform sheet §7.1). */
public enum Jitter {
  NONE,
  FULL,
  EQUAL,
  DECORRELATED
}
