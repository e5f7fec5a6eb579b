package headroom.fleet.flow;

import headroom.results.FlowAccount;
import headroom.results.How;
import headroom.results.LatencyBins;

/** The account of calls, which users never see: they are told as what they did to requests. */
final class NoAccount implements FlowAccount {

  @Override
  public void offered(long fromNanos, long toNanos, double count) {}

  @Override
  public void attempted(long fromNanos, long toNanos, double count) {}

  @Override
  public void succeeded(long fromNanos, long toNanos, double count, double slow, String why) {}

  @Override
  public void degraded(long fromNanos, long toNanos, double count) {}

  @Override
  public void failed(long fromNanos, long toNanos, double count, How how, String why) {}

  @Override
  public void took(long fromNanos, long toNanos, LatencyBins latencies) {}

  @Override
  public void took(long arrivedNanos, double seconds, double count) {}

  @Override
  public int shownStep(long fromNanos, long toNanos) {
    return 0;
  }

  @Override
  public void tookInAll(LatencyBins latencies) {}

  @Override
  public boolean isShown() {
    return false;
  }
}
