package headroom.results;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Counts what becomes of the requests of one workload and class. */
final class RequestAccount implements Account {

  private final String workload;
  private final String requestClass;
  private final double value;
  private final long from;
  private final long slowNanos;
  private final Minutes minutes;
  private final Optional<Showing> showing;
  private final Counts counts = new Counts();
  private final LatencySketch latency = counts.latency;
  private final Composition composition = counts.composition;
  private final long[] parts = new long[Part.values().length];

  /**
   * @param value US dollars that one answered request is worth
   * @param from simulated nanoseconds from which requests count
   * @param slowNanos latency above which an answer harms its minute
   * @param minutes where each minute's requests are counted
   * @param showing collects what a shown run tells
   */
  RequestAccount(
      String workload,
      String requestClass,
      double value,
      long from,
      long slowNanos,
      Minutes minutes,
      Optional<Showing> showing) {
    this.workload = workload;
    this.requestClass = requestClass;
    this.value = value;
    this.from = from;
    this.slowNanos = slowNanos;
    this.minutes = minutes;
    this.showing = showing;
  }

  String workload() {
    return workload;
  }

  String requestClass() {
    return requestClass;
  }

  double value() {
    return value;
  }

  Counts counts() {
    return counts;
  }

  @Override
  public boolean keepsStops() {
    return showing.isPresent();
  }

  @Override
  public void offered(long nowNanos) {
    counts.offered += nowNanos >= from ? 1 : 0;
    if (showing.isPresent()) {
      showing.get().offered(nowNanos);
    }
  }

  @Override
  public void attempted(long arrivedNanos) {
    counts.retries += arrivedNanos >= from ? 1 : 0;
  }

  @Override
  public void degraded(long arrivedNanos) {
    counts.degraded += arrivedNanos >= from ? 1 : 0;
  }

  @Override
  public void succeeded(long arrivedNanos, long nowNanos, Journey journey) {
    long took = nowNanos - arrivedNanos;
    if (arrivedNanos >= from) {
      counts.succeeded++;
      latency.record(took);
      minutes.succeeded(arrivedNanos);
      if (took > slowNanos) {
        minutes.slow(arrivedNanos, journey.why(nowNanos));
      }
      if (composition.isDue()) {
        composition.add(took, parts(took, nowNanos, journey));
      }
    }
    if (showing.isPresent()) {
      show(showing.get(), arrivedNanos, nowNanos, journey);
    }
  }

  private long[] parts(long took, long nowNanos, Journey journey) {
    Arrays.fill(parts, 0);
    journey.parts(nowNanos, parts);
    long sum = 0;
    for (long part : parts) {
      sum += part;
    }
    if (sum != took) {
      throw new IllegalStateException("a request took "
          + took
          + " ns, and its parts make "
          + sum
          + ": "
          + Arrays.toString(parts));
    }
    return parts;
  }

  private void show(Showing shown, long arrivedNanos, long nowNanos, Journey journey) {
    long took = nowNanos - arrivedNanos;
    shown.succeeded(arrivedNanos, took);
    if (shown.looksInto(arrivedNanos)) {
      shown.spent(arrivedNanos, took, parts(took, nowNanos, journey));
    }
    if (arrivedNanos >= from && shown.slowest().wants(took)) {
      long[] spent = parts(took, nowNanos, journey);
      shown
          .slowest()
          .answered(new SlowRequests.Told(
              workload,
              requestClass,
              arrivedNanos,
              took,
              Optional.empty(),
              "",
              Arrays.stream(spent).boxed().toList(),
              journey.stops()));
    }
  }

  @Override
  public void failed(long arrivedNanos, long nowNanos, How how, String why, Journey journey) {
    if (arrivedNanos >= from) {
      counts.failed++;
      counts.failedHow[how.ordinal()]++;
      counts.failedBecause(why, 1);
      minutes.failed(arrivedNanos, why);
    }
    if (showing.isPresent()) {
      Showing shown = showing.get();
      shown.failed(arrivedNanos, why);
      if (arrivedNanos >= from && shown.slowest().wants(how, why)) {
        shown.slowest().failed(how, told(arrivedNanos, nowNanos, how, why, journey));
      }
    }
  }

  private SlowRequests.Told told(
      long arrivedNanos, long nowNanos, How how, String why, Journey journey) {
    return new SlowRequests.Told(
        workload,
        requestClass,
        arrivedNanos,
        nowNanos - arrivedNanos,
        Optional.of(how),
        why,
        List.of(),
        journey.stops());
  }
}
