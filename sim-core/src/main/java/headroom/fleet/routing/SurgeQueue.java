package headroom.fleet.routing;

import headroom.fleet.targets.JobLine;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Receiver;
import headroom.results.Level;
import headroom.spec.LoadBalancer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests that wait at the balancer itself until some target has a place (fleet sheet §6.1). */
final class SurgeQueue implements Receiver {

  private final String balancer;
  private final int places;
  private final Supplier<String> why;
  private final Consumer<Attempt> left;
  private final Codes codes;
  private final long countsFrom;
  private final JobLine line = new JobLine();
  private final Level length = new Level();
  private long spilled;

  SurgeQueue(
      LoadBalancer balancer,
      int zones,
      Supplier<String> why,
      Consumer<Attempt> left,
      Codes codes,
      long countsFrom) {
    this.balancer = balancer.name();
    this.places = balancer.surgeQueue() * zones;
    this.why = why;
    this.left = left;
    this.codes = codes;
    this.countsFrom = countsFrom;
  }

  int size() {
    return line.size();
  }

  /** How many wait over time. */
  Level length() {
    return length;
  }

  /** Requests turned away since it was full. */
  long spilled() {
    return spilled;
  }

  /** Lets a request wait; false when there is no place for it. */
  boolean add(Attempt request, boolean counts, long now) {
    if (line.size() >= places) {
      spilled += counts ? 1 : 0;
      return false;
    }
    request.sentTo(this);
    line.add(request);
    length.change(now, 1);
    return true;
  }

  /** Takes the one that has waited longest; null when nobody waits. */
  @Nullable
  Attempt poll(long now) {
    if (!(line.first() instanceof Attempt first)) {
      return null;
    }
    line.remove(first);
    length.change(now, -1);
    return first;
  }

  /** It was given up while it waited. */
  @Override
  public void settled(Attempt request, boolean succeeded, long now) {
    left.accept(request);
    line.remove(request);
    length.change(now, -1);
    if (request.sentAt() >= countsFrom) {
      codes.failed(request);
    }
  }

  @Override
  public String where() {
    return "surge queue of " + balancer;
  }

  @Override
  public String why() {
    return why.get();
  }
}
