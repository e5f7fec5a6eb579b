package headroom.policy.breaker;

/** The last so many calls, in a ring. */
final class LastCalls extends Outcomes {

  private static final int FAILED = 1;
  private static final int SLOW = 2;

  private final byte[] ring;
  private int next;
  private int calls;
  private int failed;
  private int slow;

  LastCalls(int size) {
    this.ring = new byte[size];
  }

  @Override
  void add(boolean callFailed, boolean callSlow, long nowNanos) {
    if (calls == ring.length) {
      failed -= ring[next] & FAILED;
      slow -= (ring[next] & SLOW) / SLOW;
    } else {
      calls++;
    }
    ring[next] = (byte) ((callFailed ? FAILED : 0) + (callSlow ? SLOW : 0));
    failed += callFailed ? 1 : 0;
    slow += callSlow ? 1 : 0;
    next = next + 1 == ring.length ? 0 : next + 1;
  }

  @Override
  long calls() {
    return calls;
  }

  @Override
  long failed() {
    return failed;
  }

  @Override
  long slow() {
    return slow;
  }

  @Override
  void clear() {
    next = 0;
    calls = 0;
    failed = 0;
    slow = 0;
  }
}
