package headroom.laws;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of traffic that generated scenarios may have: switched on as soon as the engine carries it
 * out, so that every law is about it from then on.
 */
enum Feature {
  RETRIES,
  BUDGETS,
  BREAKERS,
  BULKHEADS,
  HEDGES,
  RATE_LIMITS,
  THROTTLES,
  PATIENCE,
  PROCESSES,
  CLASSES,
  SESSIONS,
  USERS,
  CALLS,
  FALLBACKS,
  CACHES,
  FREE_WORKERS,
  SHARING,
  DISCIPLINES,
  SHEDDING,
  CONCURRENCY_LIMITS,
  CONTENTION,
  WARM_UP,
  SERIAL,
  SLOWDOWNS,
  CACHE_LOSSES,
  OUTAGES,
  GRAY,
  BALANCERS,
  DNS,
  WEAR,
  CUTS,
  PEOPLE,
  SUBTREES,
  BIAS("headroom.fault.InstanceFailures.bias"),
  TRAFFIC_MODELS("headroom.spec.Scenario.trafficModel");

  /** What the engine does not carry out yet, or what the laws are not about. */
  private static final Set<Feature> OFF = EnumSet.of(TRAFFIC_MODELS, BIAS);

  private final List<String> fields;

  Feature(String... fields) {
    this.fields = List.of(fields);
  }

  boolean isOn() {
    return !OFF.contains(this);
  }

  /** Components of records that have one value only as long as their feature is off. */
  static Stream<String> fieldsThatAreOff() {
    return OFF.stream().flatMap(feature -> feature.fields.stream());
  }
}
