package headroom.fleet.metrics;

import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.policy.metric.WatchedMetric;

/**
 * A series with what it is fed by.
 *
 * @param metric the metric
 * @param warmUpNanos instances in service for less are left out, where there is a sample of each
 * @param slotNanos the length of a slot
 * @param needsEach true when the sample of every instance matters
 * @param series where the samples go
 */
record Feed(
    WatchedMetric metric,
    long warmUpNanos,
    long slotNanos,
    boolean needsEach,
    MetricSeries series) {

  boolean isOfInstances() {
    return metric.source() == WatchedMetric.Source.INSTANCES;
  }

  /** The sample of an instance. */
  double sample(Server server, Readings.Done done, ServerGroup servers) {
    return switch (metric) {
      case CPU -> servers.cpu(server, done.busy() / server.workers());
      case NETWORK_IN -> done.bytesIn();
      case NETWORK_OUT -> done.bytesOut();
      default -> throw new IllegalStateException(metric.word() + " is no metric of instances");
    };
  }

  /** True for an instance that is part of the metric. */
  boolean counts(long inServiceSince, long now) {
    return inServiceSince == 0 || now - inServiceSince >= warmUpNanos;
  }
}
