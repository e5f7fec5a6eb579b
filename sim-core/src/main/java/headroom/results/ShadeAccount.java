package headroom.results;

/** An account of expected requests that no figure is made of: what a model would have told. */
public final class ShadeAccount implements FlowAccount {

  private final long from;
  private Tally tally = new Tally();

  /**
   * An empty account.
   *
   * @param window the time that counts
   */
  public ShadeAccount(Window window) {
    this.from = window.fromNanos();
  }

  /** What was told since this was asked last. */
  public Tally take() {
    Tally told = tally;
    tally = new Tally();
    return told;
  }

  private double counted(long fromNanos, long toNanos, double count) {
    return RateAccount.counted(fromNanos, toNanos, count, from);
  }

  @Override
  public void offered(long fromNanos, long toNanos, double count) {
    tally.offered(counted(fromNanos, toNanos, count));
  }

  @Override
  public void attempted(long fromNanos, long toNanos, double count) {
    tally.retried(counted(fromNanos, toNanos, count));
  }

  @Override
  public void succeeded(long fromNanos, long toNanos, double count, double slow, String why) {
    tally.succeeded(counted(fromNanos, toNanos, count));
    if (slow != 0) {
      tally.slow(counted(fromNanos, toNanos, slow), why);
    }
  }

  @Override
  public void degraded(long fromNanos, long toNanos, double count) {
    // Nothing that is corrected.
  }

  @Override
  public void failed(long fromNanos, long toNanos, double count, How how, String why) {
    tally.failed(counted(fromNanos, toNanos, count), how, why);
  }

  @Override
  public void tookInAll(LatencyBins latencies) {
    tally.latency().add(latencies);
  }

  @Override
  public void took(long fromNanos, long toNanos, LatencyBins latencies) {
    throw new IllegalStateException("nothing is shown");
  }

  @Override
  public void took(long arrivedNanos, double seconds, double count) {
    throw new IllegalStateException("nothing is shown");
  }

  @Override
  public int shownStep(long fromNanos, long toNanos) {
    throw new IllegalStateException("nothing is shown");
  }

  @Override
  public boolean isShown() {
    return false;
  }
}
