package headroom.fleet.flow;

import headroom.results.FlowAccount;
import headroom.results.LatencyBins;
import org.jspecify.annotations.Nullable;

/**
 * The answered requests of a client of a station that calls others, or tells kinds of request
 * apart: told to its account, and how long they took.
 */
final class ReplyAnswers implements Answers {

  private static final double LEAST_SHARE = 1e-12;

  private final FlowAccount account;
  private final String kind;
  private final double timeout;
  private final double slowSeconds;
  private final long countsFrom;
  private final LatencyBins all = new LatencyBins();
  private final LatencyBins scratch = new LatencyBins();
  // Those answered at once since the station's answers last took other times.
  private @Nullable Times latest;
  private double taken;

  ReplyAnswers(
      FlowAccount account, String kind, double timeout, double slowSeconds, long countsFrom) {
    this.account = account;
    this.kind = kind;
    this.timeout = timeout;
    this.slowSeconds = slowSeconds;
    this.countsFrom = countsFrom;
  }

  private Course reply(FlowStation station) {
    return station.work(kind).reply();
  }

  @Override
  public double within(FlowStation station) {
    Course reply = reply(station);
    return reply.good() * reply.well().within(timeout);
  }

  @Override
  public double erring(FlowStation station) {
    Course reply = reply(station);
    return reply.bad() * reply.badly().within(timeout);
  }

  @Override
  public double errorSeconds(FlowStation station) {
    return Math.min(timeout, reply(station).badly().mean());
  }

  @Override
  public double meanSeconds(FlowStation station) {
    return Math.min(timeout, reply(station).well().mean());
  }

  @Override
  public void atOnce(double count, double before, long from, long to, FlowStation station) {
    Course reply = reply(station);
    double inTime = Math.max(LEAST_SHARE, reply.well().within(timeout));
    double good = reply.well().within(Math.min(timeout, slowSeconds - before));
    double slow = slowSeconds == Double.POSITIVE_INFINITY
        ? 0
        : count * Math.max(0, 1 - good / inTime);
    account.succeeded(from, to, count, slow, slow > 0 ? station.why() : "");
    if (reply.degraded() > 0) {
      account.degraded(from, to, count * reply.degraded());
    }
    if (from >= countsFrom) {
      keep(count / inTime, before, reply.well());
    }
    if (account.isShown()) {
      scratch.clear();
      spread(reply.well(), before, count / inTime, scratch);
      account.took(from, to, scratch);
    }
  }

  private void keep(double count, double before, Times times) {
    if (before > 0) {
      spread(times, before, count, all);
      return;
    }
    if (latest != times) {
      settle();
      latest = times;
    }
    taken += count;
  }

  private void settle() {
    if (latest != null && taken != 0) {
      spread(latest, 0, taken, all);
    }
    taken = 0;
  }

  private void spread(Times times, double later, double count, LatencyBins into) {
    times.each((from, to, share) -> {
      double end = Math.min(to, timeout);
      if (from < timeout) {
        double part = to > from ? (end - from) / (to - from) : 1;
        into.spread(later + from, later + end, count * share * part);
      }
    });
  }

  @Override
  public void after(double count, double took, long from, String cause) {
    account.succeeded(from, from + 1, count, took > slowSeconds ? count : 0, cause);
    if (from >= countsFrom) {
      all.add(took, count);
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
      Times well = reply(station).well();
      keep(-count / Math.max(LEAST_SHARE, well.within(timeout)), 0, well);
    }
  }

  @Override
  public void report(FlowStation station) {
    settle();
    account.tookInAll(all);
  }
}
