package headroom.fleet.metrics;

import headroom.fleet.instances.State;
import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured of a group's pods between two looks of who scales them: of each, or of all as one
 * where they are alike.
 */
public final class PodReadings {

  private static final double NANOS = 1e9;
  private static final double MINUTE_SECONDS = 60;

  private final ServerGroup servers;
  private final Optional<AlikePods> alike;
  private Map<Integer, Double> busyBefore = new LinkedHashMap<>();
  private double[] cpu = {};
  private double requestedBefore;
  private double requestsPerMinute;
  private long before;

  PodReadings(ServerGroup servers, Optional<AlikePods> alike) {
    this.servers = servers;
    this.alike = alike;
  }

  /** Reads the time since the last look. */
  public void read(long now) {
    alike.ifPresent(all -> all.read(before, now));
    double requested = (double) servers.requested();
    double since = requested - requestedBefore + alike.map(AlikePods::requested).orElse(0.0);
    requestsPerMinute = since / ((now - before) / NANOS) * MINUTE_SECONDS;
    requestedBefore = requested;
    cpu = alike.isPresent() ? ofAll(alike.get()) : ofEach(now);
    before = now;
  }

  private double[] ofAll(AlikePods all) {
    double[] values = new double[settled()];
    Arrays.fill(values, servers.cpu(all.busyOf(values.length)));
    return values;
  }

  /** Instances that were in service when the time that is read began. */
  private int settled() {
    return (int) servers.instances().live().stream()
        .filter(one -> one.isInService() && one.inServiceSince() <= before)
        .count();
  }

  private double[] ofEach(long now) {
    Map<Integer, Double> busyNow = new LinkedHashMap<>();
    double[] values = new double[servers.instances().count(State.IN_SERVICE)];
    int count = 0;
    for (Server server : servers.servers()) {
      if (server.isUp()) {
        int ordinal = server.instance().ordinal();
        double area = server.busyArea(now);
        busyNow.put(ordinal, area);
        // A pod that came in the meantime counts as not ready yet: its sample would be of less.
        Double known = before == 0 ? Double.valueOf(0) : busyBefore.get(ordinal);
        if (known != null && server.instance().isInService()) {
          double workers = (area - known) / (now - before);
          values[count++] = servers.cpu(workers / servers.service().workers());
        }
      }
    }
    busyBefore = busyNow;
    return Arrays.copyOf(values, count);
  }

  /** The CPU in use of each pod that was there all the time, between 0 and 1. */
  public double[] cpu() {
    return cpu;
  }

  /** Requests a minute that came to the group's doors, over pods in service, for each of these. */
  public double[] requestsPerTarget() {
    return even(requestsPerMinute);
  }

  /** Requests that wait now, over pods in service, for each of these. */
  public double[] backlog(long now) {
    return even(alike.map(all -> all.waiting(now)).orElseGet(() ->
        (double) servers.queue().value()));
  }

  private double[] even(double all) {
    int inService = servers.instances().count(State.IN_SERVICE);
    double[] values = new double[inService];
    Arrays.fill(values, all / Math.max(1, inService));
    return values;
  }
}
