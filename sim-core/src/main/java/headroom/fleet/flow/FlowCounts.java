package headroom.fleet.flow;

import java.util.Collection;
import java.util.stream.Stream;

/** What rates have counted of work and calls, of the whole run so far. */
public final class FlowCounts {

  private final Collection<FlowStation> stations;
  private final Collection<FlowPart> parts;

  FlowCounts(Collection<FlowStation> stations, Collection<FlowPart> parts) {
    this.stations = stations;
    this.parts = parts;
  }

  /** Work finished by all instances so far. */
  public long finished() {
    return (long) stations.stream().mapToDouble(s -> s.meter().finished()).sum();
  }

  /** Of it, what nobody waited for any more. */
  public long finishedForNobody() {
    return (long)
        stations.stream().mapToDouble(s -> s.meter().finishedForNobody()).sum();
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
    return stations.stream().flatMap(station -> station.work().caches());
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
