package headroom.fleet.flow;

import headroom.results.FlowAccount;
import headroom.results.LatencyBins;
import java.util.Arrays;

/** The answered requests of one client: told to its account, and how long they took. */
final class Answers {

  private static final double LEAST_SHARE = 1e-12;
  // Of first attempts: fewer retries than this share take their mean, to no figure's harm.
  private static final double FEW = 1e-6;

  private final FlowAccount account;
  private final double timeout;
  private final double slowSeconds;
  private final long countsFrom;
  private final ResponseTable table;
  private final LatencyBins others = new LatencyBins();
  private final LatencyBins scratch = new LatencyBins();
  private final ShownAnswers shown;
  private double firsts;
  // Of first attempts, taken at each law and level; see Profile.
  private double[] taken = new double[0];

  Answers(FlowAccount account, double timeout, double slowSeconds, long countsFrom) {
    this.account = account;
    this.timeout = timeout;
    this.slowSeconds = slowSeconds;
    this.countsFrom = countsFrom;
    this.shown = new ShownAnswers(account, timeout);
    this.table = new ResponseTable(timeout, slowSeconds);
  }

  /** Of those taken, the share answered in time. */
  double within(FlowStation station) {
    return table.within(station, station.standing().part01());
  }

  /** So many are answered as the station does just now, after so many seconds before. */
  void atOnce(double count, double before, long from, long to, FlowStation station) {
    double slow = count * slowShare(before, station);
    account.succeeded(from, to, count, slow, slow > 0 ? station.why() : "");
    double all = count / Math.max(LEAST_SHARE, within(station));
    if (before == 0) {
      firsts = all;
    } else if (all < FEW * firsts) {
      few(count, before + station.standing().meanSeconds(timeout), from, to, station);
      return;
    }
    if (from >= countsFrom) {
      if (before == 0) {
        keep(all, station);
      } else {
        station.standing().addLatencies(others, before, all, timeout);
      }
    }
    if (account.isShown() && before == 0) {
      shown.add(all, from, to, station);
    } else if (account.isShown()) {
      scratch.clear();
      station.standing().addLatencies(scratch, before, all, timeout);
      account.took(from, to, scratch);
    }
  }

  private void few(double count, double took, long from, long to, FlowStation station) {
    if (from >= countsFrom) {
      others.add(took, count);
    }
    if (account.isShown()) {
      shown.addFew(count, took, from, to, station);
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

  /** So many are answered after so many seconds in all. */
  void after(double count, double took, long from, String cause) {
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

  /** So many that were told to be answered were not. */
  void takeBack(double count, long from, long to, FlowStation station) {
    account.succeeded(from, to, -count, 0, "");
    if (from >= countsFrom) {
      double all = -count / Math.max(LEAST_SHARE, within(station));
      station.standing().addLatencies(others, 0, all, timeout);
    }
  }

  /** Hands over the latencies of the whole run. */
  void report(FlowStation station) {
    shown.tell(station);
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] > 0) {
        QueueLaw law = station.law(i / QueueLaw.LEVELS);
        law.profile(i % QueueLaw.LEVELS).addTo(others, 0, taken[i], timeout);
      }
    }
    account.tookInAll(others);
  }
}
