package headroom.results;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account of one workload's expected requests. */
final class RateAccount implements FlowAccount, TalliedAccount {

  private final FlowCounts counts = new FlowCounts();
  private final double value;
  private final Window window;
  private final long from;
  private final FlowMinutes minutes;
  private final Optional<FlowShowing> showing;
  private @Nullable Tally tally;
  // By so many more requests have ended in the window at hand than were told.
  private double endedMore;

  /**
   * An empty account.
   *
   * @param value what a request of it is worth, in US dollars
   */
  RateAccount(Window window, FlowMinutes minutes, Optional<FlowShowing> showing, double value) {
    this.value = value;
    this.window = window;
    this.from = window.fromNanos();
    this.minutes = minutes;
    this.showing = showing;
  }

  double value() {
    return value;
  }

  FlowCounts counts() {
    return counts;
  }

  @Override
  public boolean isShown() {
    return showing.isPresent();
  }

  @Override
  public void offered(long fromNanos, long toNanos, double count) {
    double inTime = counted(fromNanos, toNanos, count);
    counts.offered += inTime;
    if (tally != null) {
      tally.offered(inTime);
    }
    if (showing.isPresent()) {
      showing.get().add(showing.get().offered, fromNanos, toNanos, count);
    }
  }

  @Override
  public void attempted(long fromNanos, long toNanos, double count) {
    double inTime = counted(fromNanos, toNanos, count);
    counts.retries += inTime;
    if (tally != null) {
      tally.retried(inTime);
    }
  }

  @Override
  public void degraded(long fromNanos, long toNanos, double count) {
    counts.degraded += counted(fromNanos, toNanos, count);
  }

  /** The part of an amount, even over a stretch, that lies in the time that counts. */
  private double counted(long fromNanos, long toNanos, double count) {
    return counted(fromNanos, toNanos, count, from);
  }

  static double counted(long fromNanos, long toNanos, double count, long from) {
    if (fromNanos >= from) {
      return count;
    }
    return toNanos <= from ? 0 : count * ((double) (toNanos - from) / (toNanos - fromNanos));
  }

  @Override
  public void succeeded(long fromNanos, long toNanos, double count, double slow, String why) {
    double inTime = counted(fromNanos, toNanos, count);
    counts.succeeded += inTime;
    if (tally != null) {
      tally.succeeded(inTime);
      if (slow > 0) {
        tally.slow(counted(fromNanos, toNanos, slow), why);
      }
    }
    if (toNanos > from) {
      spread(fromNanos, toNanos, (minute, share) -> {
        minutes.succeeded(minute, share * count);
        if (slow > 0) {
          minutes.slow(minute, share * slow, why);
        }
      });
    }
    if (showing.isPresent()) {
      showing.get().add(showing.get().succeeded, fromNanos, toNanos, count);
    }
  }

  @Override
  public void failed(long fromNanos, long toNanos, double count, How how, String why) {
    double inTime = counted(fromNanos, toNanos, count);
    if (inTime > 0) {
      counts.failed(how, why, inTime);
      if (tally != null) {
        tally.failed(inTime, how, why);
      }
      spread(fromNanos, toNanos, (minute, share) -> minutes.failed(minute, share * count, why));
    }
    if (showing.isPresent()) {
      showing.get().failed(fromNanos, toNanos, count, why);
    }
  }

  @Override
  public void took(long fromNanos, long toNanos, LatencyBins latencies) {
    showing.ifPresent(s -> s.took(fromNanos, toNanos, latencies));
  }

  @Override
  public void took(long arrivedNanos, double seconds, double count) {
    showing.ifPresent(s -> s.took(arrivedNanos, seconds, count));
  }

  @Override
  public int shownStep(long fromNanos, long toNanos) {
    return showing.orElseThrow().step(fromNanos, toNanos);
  }

  @Override
  public void tookInAll(LatencyBins latencies) {
    counts.latency.add(latencies);
  }

  /** A request of those that are simulated one by one arrives. */
  void simulated(long arrived) {
    counts.simulated += arrived >= from ? 1 : 0;
  }

  /** One request is answered, after so long; {@code why} is empty unless that was too long. */
  void answered(long arrived, double seconds, String why) {
    if (arrived >= from) {
      counts.succeeded++;
      counts.latency.add(seconds, 1);
      minutes.answered(arrived, why);
      if (tally != null) {
        tally.succeeded(1);
        tally.latency().add(seconds, 1);
        if (!why.isEmpty()) {
          tally.slow(1, why);
        }
      }
    }
    if (showing.isPresent()) {
      showing.get().add(showing.get().succeeded, arrived, arrived + 1, 1);
    }
  }

  /** One request has failed. */
  void lost(long arrived, How how, String why) {
    if (arrived >= from) {
      counts.failed(how, why, 1);
      if (tally != null) {
        tally.failed(1, how, why);
      }
      minutes.lost(arrived, why);
    }
    if (showing.isPresent()) {
      showing.get().failed(arrived, arrived + 1, 1, why);
    }
  }

  @Override
  public void beginTally() {
    tally = new Tally();
  }

  @Override
  public Tally takeTally() {
    Tally told = tally;
    if (told == null) {
      throw new IllegalStateException("nothing was added up");
    }
    tally = new Tally();
    return told;
  }

  @Override
  public void endTally() {
    tally = null;
  }

  @Override
  public void correct(
      long fromNanos, long toNanos, Tally told, Tally by, Tally like, boolean last) {
    if (toNanos <= Math.max(from, fromNanos)) {
      return;
    }
    double ended = last ? -endedMore : by.succeeded() + by.failed();
    Tally added = Correction.within(told, by, like, ended);
    endedMore += added.succeeded() + added.failed();
    counts.succeeded += added.succeeded();
    counts.retries += added.retries();
    counts.latency.add(added.latency());
    added.failures().forEach((why, hows) -> {
      for (How how : How.values()) {
        double more = hows[how.ordinal()];
        counts.failed(how, why, more);
        spread(fromNanos, toNanos, (minute, share) -> minutes.failed(minute, share * more, why));
      }
    });
    added
        .slow()
        .forEach((why, more) ->
            spread(fromNanos, toNanos, (minute, share) -> minutes.slow(minute, share * more, why)));
    spread(
        fromNanos,
        toNanos,
        (minute, share) -> minutes.succeeded(minute, share * added.succeeded()));
  }

  private interface ByMinute {
    void add(int minute, double share);
  }

  /** Shares a stretch out over its minutes; what lies before the window is left out. */
  private void spread(long fromNanos, long toNanos, ByMinute each) {
    long begin = Math.max(fromNanos, from);
    long end = Math.min(toNanos, window.toNanos());
    int first = minutes.at(begin);
    if (fromNanos >= from && end <= minutes.begins(first + 1)) {
      each.add(first, 1);
      return;
    }
    for (int minute = first; minutes.begins(minute) < end; minute++) {
      long ends = Math.min(end, minutes.begins(minute + 1));
      long starts = Math.max(begin, minutes.begins(minute));
      each.add(minute, (double) (ends - starts) / (toNanos - fromNanos));
    }
  }
}
