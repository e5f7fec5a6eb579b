package headroom.policy.breaker;

/** The calls that a half-open breaker lets through on trial. */
final class Trial extends Outcomes {

  private int let;
  private int calls;
  private int failed;
  private int slow;

  /** Takes one of so many places, if one is free. */
  boolean takesPlace(int places) {
    if (let >= places) {
      return false;
    }
    let++;
    return true;
  }

  void givePlaceBack() {
    let--;
  }

  @Override
  void add(boolean callFailed, boolean callSlow, long nowNanos) {
    calls++;
    failed += callFailed ? 1 : 0;
    slow += callSlow ? 1 : 0;
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
    let = 0;
    calls = 0;
    failed = 0;
    slow = 0;
  }
}
