package headroom.results;

/** Where requests of a run that is mostly rates are told of: in the accounts of those rates. */
public final class SeenRecorder implements Recorder {

  private final FlowRecorder rates;

  public SeenRecorder(FlowRecorder rates) {
    this.rates = rates;
  }

  @Override
  public Account account(String workload, String requestClass, double value) {
    return rates.seen(workload, requestClass, value);
  }

  @Override
  public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {
    rates.targetsSeen(nowNanos, healthy, whyNot);
  }

  /** What happens to instances is told by the rates' side, at the same moments. */
  @Override
  public boolean readsEvents() {
    return false;
  }

  @Override
  public void happened(long nowNanos, EventLog.Kind kind, String subject, String what, String why) {
    // Not asked for.
  }
}
