package headroom.fleet.flow;

import headroom.results.FlowAccount;
import headroom.results.LatencyBins;
import java.util.Arrays;

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
  private final LatencyBins others = new LatencyBins();
  private final LatencyBins scratch = new LatencyBins();
  // Of first attempts, taken at each law and level; see Profile.
  private double[] taken = new double[0];

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
  public void atOnce(double count, double before, long from, long to, FlowStation station) {
    double slow = count * slowShare(before, station);
    account.succeeded(from, to, count, slow, slow > 0 ? station.why() : "");
    double all = count / Math.max(LEAST_SHARE, within(station));
    if (from >= countsFrom) {
      if (before == 0) {
        keep(all, station);
      } else {
        station.standing().addLatencies(others, before, all, timeout);
      }
    }
    if (account.isShown()) {
      scratch.clear();
      station.standing().addLatencies(scratch, before, all, timeout);
      account.took(from, to, scratch);
    }
  }

  private double slowShare(double before, FlowStation station) {
    if (slowSeconds == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (before == 0) {
      return table.slow(station, station.standing().part01());
    }
    double good = station.standing().within(Math.min(timeout, slowSeconds - before));
    return Math.max(0, 1 - good / Math.max(LEAST_SHARE, within(station)));
  }

  private void keep(double all, FlowStation station) {
    int at =
        station.standing().law().number * QueueLaw.LEVELS + station.standing().level();
    if (at + 1 >= taken.length) {
      taken = Arrays.copyOf(taken, (station.standing().law().number + 2) * QueueLaw.LEVELS);
    }
    taken[at] += all * (1 - station.standing().part01());
    taken[at + 1] += all * station.standing().part01();
  }

  @Override
  public void after(double count, double took, long from, String cause) {
    account.succeeded(from, from + 1, count, took > slowSeconds ? count : 0, cause);
    if (from >= countsFrom) {
      others.add(took, count);
    }
    if (account.isShown()) {
      scratch.clear();
      scratch.add(took, count);
      account.took(from, from + 1, scratch);
    }
  }

  @Override
  public void takeBack(double count, long from, long to, FlowStation station) {
    account.succeeded(from, to, -count, 0, "");
    if (from >= countsFrom) {
      double all = -count / Math.max(LEAST_SHARE, within(station));
      station.standing().addLatencies(others, 0, all, timeout);
    }
  }

  @Override
  public void report(FlowStation station) {
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] > 0) {
        QueueLaw law = station.law(i / QueueLaw.LEVELS);
        law.profile(i % QueueLaw.LEVELS).addTo(others, 0, taken[i], timeout);
      }
    }
    account.tookInAll(others);
  }
}
