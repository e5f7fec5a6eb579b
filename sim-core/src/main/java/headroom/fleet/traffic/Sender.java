package headroom.fleet.traffic;

import headroom.random.Stream;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A workload that sends requests at times only; at others it is an amount, somewhere else. */
public final class Sender {

  // Requests that were taken over have numbers of their own.
  private static final long TAKEN_OVER = 1L << 52;

  private final Traffic traffic;
  private final ClientLine line;
  private final Stream arrivals;
  private final long endNanos;
  private final Set<Exchange> backingOff = new LinkedHashSet<>();
  private @Nullable Source source;
  private @Nullable Taker taker;
  private long nextOrdinal;
  private long nextTaken = TAKEN_OVER;

  /** Takes requests whose next attempt is to come. */
  @FunctionalInterface
  public interface Taker {
    void pending(String workload, int attemptsMade, long dueNanos, long arrivedNanos);
  }

  Sender(Traffic traffic, ClientLine line, Stream arrivals, long endNanos) {
    this.traffic = traffic;
    this.line = line;
    this.arrivals = arrivals;
    this.endNanos = endNanos;
    line.switchedBy(this);
  }

  public Workload workload() {
    return line.workload();
  }

  /** From now on it sends, and keeps its retries. */
  public void begin(long now) {
    taker = null;
    Workload workload = line.workload();
    // About the number that the request would have had if every one had been sent.
    nextOrdinal = Math.max(nextOrdinal, (long) workload.rate().integral(0, now));
    Source begun = new Source(
        traffic,
        workload,
        line::send,
        workload.arrivals().streamInCourse(workload.rate(), arrivals.of(now), now, endNanos),
        nextOrdinal);
    source = begun;
    begun.scheduleNext();
  }

  /** It sends no more; all retries to come, and those of what is under way, are handed over. */
  public void stop(Taker to, long now) {
    if (source != null) {
      nextOrdinal = source.stop();
    }
    source = null;
    taker = to;
    List<Exchange> pending = new ArrayList<>(backingOff);
    pending.forEach(exchange -> exchange.handBack(line, now));
  }

  /** Lets the callers' retry budgets have so much in all, at so many requests a second. */
  public void setBudget(double left, double requestsPerSecond, long now) {
    line.setBudget(left, requestsPerSecond, now);
  }

  /** What the callers' retry budgets have left in all; infinite without budgets. */
  public double budgetLeft(long now) {
    return line.budgetLeft(now);
  }

  /** Requests whose next attempt is to come. */
  public int pending() {
    return backingOff.size();
  }

  /** Takes over a request whose latest attempt waits to be served. */
  public void resumeQueued(int attemptsMade, long arrived, long since, long now) {
    line.resumeQueued(nextTaken++, attemptsMade, arrived, since, now);
  }

  /** Takes over a request whose next attempt is due. */
  public void resumePending(int attemptsMade, long arrived, long due, long now) {
    line.resumePending(nextTaken++, attemptsMade, arrived, due, now);
  }

  void backsOff(Exchange exchange) {
    backingOff.add(exchange);
    if (taker != null) {
      exchange.handBack(line, traffic.simulation().now());
    }
  }

  void backOffEnds(Exchange exchange) {
    backingOff.remove(exchange);
  }

  void handBack(int attemptsMade, long due, long arrived) {
    Taker to = taker;
    if (to == null) {
      throw new IllegalStateException("nobody takes the retries of " + line.sender());
    }
    to.pending(line.workload().name(), attemptsMade, due, arrived);
  }
}
