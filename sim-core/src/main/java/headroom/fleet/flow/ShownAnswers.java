package headroom.fleet.flow;

import headroom.results.FlowAccount;
import headroom.results.LatencyBins;
import java.util.Arrays;

/**
 * The latencies of one client for the timeline: kept by law and level while a step of the timeline
 * lasts, and told when it is over, since a year has a million steps of rates and hundreds of these.
 */
final class ShownAnswers {

  private final FlowAccount account;
  private final double timeout;
  private final LatencyBins bins = new LatencyBins();
  private double[] taken = new double[0];
  private boolean any;
  private long step = -1;

  ShownAnswers(FlowAccount account, double timeout) {
    this.account = account;
    this.timeout = timeout;
  }

  /** So many are taken between two moments, as the station does just now. */
  void add(double all, long from, long to, FlowStation station) {
    turnTo((from + to) / 2, station);
    Standing standing = station.standing();
    int at = standing.law().number * QueueLaw.LEVELS + standing.level();
    if (at + 1 >= taken.length) {
      taken = Arrays.copyOf(taken, (standing.law().number + 2) * QueueLaw.LEVELS);
    }
    taken[at] += all * (1 - standing.part01());
    taken[at + 1] += all * standing.part01();
  }

  /** Some that all take as long. */
  void addFew(double count, double seconds, long from, long to, FlowStation station) {
    turnTo((from + to) / 2, station);
    bins.add(seconds, count);
    any = true;
  }

  private void turnTo(long now, FlowStation station) {
    long next = now / account.shownStepNanos();
    if (next != step) {
      tell(station);
      step = next;
    }
  }

  /** Hands over what is left. */
  void tell(FlowStation station) {
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] > 0) {
        QueueLaw law = station.law(i / QueueLaw.LEVELS);
        law.profile(i % QueueLaw.LEVELS).addTo(bins, 0, taken[i], timeout);
        taken[i] = 0;
        any = true;
      }
    }
    if (any) {
      long begins = step * account.shownStepNanos();
      account.took(begins, begins + 1, bins);
      bins.clear();
      any = false;
    }
  }
}
