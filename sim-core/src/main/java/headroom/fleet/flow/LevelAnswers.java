package headroom.fleet.flow;

import headroom.results.FlowAccount;
import headroom.results.LatencyBins;

/**
 * The answered requests of a client of a station that needs nobody else: told to its account, and
 * how long they took, by the station's laws and levels.
 */
final class LevelAnswers implements Answers {

  private static final double LEAST_SHARE = 1e-12;

  private final FlowAccount account;
  private final double timeout;
  private final double slowSeconds;
  private final long countsFrom;
  private final ResponseTable table;
  private final Served counted = new Served();
  // For the timeline: what was answered in one of its steps.
  private final Served shown = new Served();
  private final LatencyBins others = new LatencyBins();
  private final LatencyBins ofStep = new LatencyBins();
  private int step = -1;
  private long inStep;

  LevelAnswers(FlowAccount account, double timeout, double slowSeconds, long countsFrom) {
    this.account = account;
    this.timeout = timeout;
    this.slowSeconds = slowSeconds;
    this.countsFrom = countsFrom;
    this.table = new ResponseTable(timeout, slowSeconds);
  }

  @Override
  public double within(FlowStation station) {
    return table.within(station, station.standing().part01());
  }

  @Override
  public double erring(FlowStation station) {
    return 0;
  }

  @Override
  public double errorSeconds(FlowStation station) {
    return 0;
  }

  @Override
  public double meanSeconds(FlowStation station) {
    return station.standing().meanSeconds(timeout);
  }

  @Override
  public double slowerThan(double seconds, FlowStation station) {
    double good = station.standing().within(Math.min(timeout, seconds));
    return Math.max(0, 1 - good / Math.max(LEAST_SHARE, within(station)));
  }

  @Override
  public void atOnce(
      double count, double before, Spread about, long from, long to, FlowStation station) {
    double slow = count * slowShare(before, about, station);
    account.succeeded(from, to, count, slow, slow > 0 ? station.why() : "");
    double all = count / Math.max(LEAST_SHARE, within(station));
    if (from >= countsFrom) {
      counted.add(station.standing(), before, about, all);
    }
    if (account.isShown()) {
      show(from, to, station);
      shown.add(station.standing(), before, about, all);
    }
  }

  /** Tells the latencies of the timeline's last step when another begins. */
  private void show(long from, long to, FlowStation station) {
    int now = account.shownStep(from, to);
    if (now != step) {
      tellShown(station);
      step = now;
      inStep = from;
    }
  }

  private void tellShown(FlowStation station) {
    if (step >= 0) {
      ofStep.clear();
      shown.pour(station, ofStep, timeout);
      account.took(inStep, inStep + 1, ofStep);
    }
  }

  private double slowShare(double before, Spread about, FlowStation station) {
    if (slowSeconds == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (before == 0) {
      return table.slow(station, station.standing().part01());
    }
    double good = about.mean(
        before, took -> station.standing().within(Math.min(timeout, slowSeconds - took)));
    return Math.max(0, 1 - good / Math.max(LEAST_SHARE, within(station)));
  }

  @Override
  public void after(double count, double took, long from, String cause) {
    account.succeeded(from, from + 1, count, took > slowSeconds ? count : 0, cause);
    if (from >= countsFrom) {
      others.add(took, count);
    }
    if (account.isShown()) {
      account.took(from, took, count);
    }
  }

  @Override
  public void takeBack(double count, long from, long to, FlowStation station) {
    account.succeeded(from, to, -count, 0, "");
    if (from >= countsFrom) {
      counted.add(
          station.standing(), 0, Spread.NONE, -count / Math.max(LEAST_SHARE, within(station)));
    }
  }

  @Override
  public void report(FlowStation station) {
    tellShown(station);
    counted.pour(station, others, timeout);
    account.tookInAll(others);
    others.clear();
  }
}
