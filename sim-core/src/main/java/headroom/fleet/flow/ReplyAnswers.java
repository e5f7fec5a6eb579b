package headroom.fleet.flow;

import headroom.results.FlowAccount;
import headroom.results.LatencyBins;
import headroom.workload.Client;
import org.jspecify.annotations.Nullable;

/**
 * The answered requests of a client of a station that calls others, or tells kinds of request
 * apart: told to its account, and how long they took.
 */
final class ReplyAnswers implements AnswersByReply {

  private static final double LEAST_SHARE = 1e-12;

  private final FlowAccount account;
  private final String kind;
  private final double timeout;
  private final double slowSeconds;
  private final long countsFrom;
  private Replied counted;
  // For the timeline: what was answered in one of its steps.
  private Replied shown;
  private @Nullable Hedging hedging;
  private final LatencyBins others = new LatencyBins();
  private final LatencyBins ofStep = new LatencyBins();
  private int step = -1;
  private long inStep;

  ReplyAnswers(
      FlowAccount account, String kind, double timeout, double slowSeconds, long countsFrom) {
    this.account = account;
    this.kind = kind;
    this.timeout = timeout;
    this.slowSeconds = slowSeconds;
    this.countsFrom = countsFrom;
    this.counted = new Replied(timeout);
    this.shown = new Replied(timeout);
  }

  /** Its client may send further copies; returns what does. */
  @Nullable
  Hedging hedgedBy(Client rule) {
    Hedging further = Hedging.of(rule);
    hedging = further;
    if (further != null) {
      counted = new Replied(further.longest(timeout));
      shown = new Replied(further.longest(timeout));
    }
    return further;
  }

  /** How attempts end, with all their copies. */
  private Course told(FlowStation station) {
    return hedging == null ? reply(station) : hedging.course(reply(station));
  }

  private double longest() {
    return hedging == null ? timeout : hedging.longest(timeout);
  }

  @Override
  public double meanSeconds(FlowStation station) {
    return Math.min(longest(), told(station).well().mean());
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public double timeout() {
    return timeout;
  }

  @Override
  public void atOnce(
      double count, double before, Spread about, long from, long to, FlowStation station) {
    Course reply = told(station);
    double inTime = Math.max(LEAST_SHARE, reply.well().within(longest()));
    double slow = count * slowShare(before, about, reply.well(), inTime);
    account.succeeded(from, to, count, slow, slow > 0 ? station.why() : "");
    if (reply.degraded() > 0) {
      account.degraded(from, to, count * reply.degraded());
    }
    if (from >= countsFrom) {
      counted.add(reply.well(), before, about, count / inTime);
    }
    if (account.isShown()) {
      show(from, to);
      shown.add(reply.well(), before, about, count / inTime);
    }
  }

  private double slowShare(double before, Spread about, Times times, double inTime) {
    if (slowSeconds == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double good = about.mean(before, took -> times.within(Math.min(longest(), slowSeconds - took)));
    return Math.max(0, 1 - good / inTime);
  }

  /** Tells the latencies of the timeline's last step when another begins. */
  private void show(long from, long to) {
    int now = account.shownStep(from, to);
    if (now != step) {
      tellShown();
      step = now;
      inStep = from;
    }
  }

  private void tellShown() {
    if (step >= 0) {
      ofStep.clear();
      shown.pour(ofStep);
      account.took(inStep, inStep + 1, ofStep);
    }
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
      Times well = told(station).well();
      counted.add(well, 0, Spread.NONE, -count / Math.max(LEAST_SHARE, well.within(longest())));
    }
  }

  @Override
  public void report(FlowStation station) {
    tellShown();
    counted.pour(others);
    account.tookInAll(others);
    others.clear();
  }
}
