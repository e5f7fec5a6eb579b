package headroom.fleet.flow;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What rates have counted of work and calls, of the whole run so far. */
public final class FlowCounts {

  private final Collection<List<FlowStation>> groups;
  private final Collection<FlowPart> parts;

  FlowCounts(Collection<List<FlowStation>> groups, Collection<FlowPart> parts) {
    this.groups = groups;
    this.parts = parts;
  }

  /** Work finished by all instances so far. */
  public long finished() {
    return (long) meters().mapToDouble(StationMeter::finished).sum();
  }

  /** Of it, what nobody waited for any more. */
  public long finishedForNobody() {
    return (long) meters().mapToDouble(StationMeter::finishedForNobody).sum();
  }

  /** A group's stations tell all they do in one place. */
  private Stream<StationMeter> meters() {
    return groups.stream().map(stations -> stations.get(0).meter());
  }

  private Stream<Origin.OfCall> calling() {
    return parts.stream()
        .flatMap(part -> part.clients().stream())
        .filter(FlowClient::isCall)
        .map(client -> (Origin.OfCall) client.origin());
  }

  /** Calls that services had to make. */
  public long calls() {
    return (long) calling().mapToDouble(Origin.OfCall::firstsInAll).sum();
  }

  /** Attempts at them. */
  public long callAttempts() {
    return (long) calling().mapToDouble(Origin.OfCall::attemptsInAll).sum();
  }

  private Stream<FlowCache> caches() {
    return groups.stream()
        .flatMap(List::stream)
        .flatMap(station -> station.work().caches());
  }

  /** Times that caches were looked into. */
  public long cacheLookups() {
    return (long) caches().mapToDouble(FlowCache::lookups).sum();
  }

  /** How often they knew. */
  public long cacheHits() {
    return (long) caches().mapToDouble(FlowCache::hits).sum();
  }
}
