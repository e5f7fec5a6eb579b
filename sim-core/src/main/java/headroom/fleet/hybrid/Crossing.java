package headroom.fleet.hybrid;

import headroom.fleet.flow.FlowSeam;
import headroom.fleet.flow.Measured;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Sender;
import headroom.fleet.traffic.Traffic;
import headroom.random.Stream;
import headroom.workload.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Hands the traffic of a part over from rates to requests, and back: nothing is lost or made. */
final class Crossing {

  private static final double ROUNDING = 1e-6;

  private final FlowSeam seam;
  private final Traffic traffic;
  private final Stream luck;
  private final Map<String, Meter> groups = new LinkedHashMap<>();
  private final Map<String, Sender> senders = new LinkedHashMap<>();
  private int times;

  Crossing(FlowSeam seam, Traffic traffic, Stream luck) {
    this.seam = seam;
    this.traffic = traffic;
    this.luck = luck;
  }

  void add(ServerGroup group) {
    groups.put(group.instances().name(), new Meter(group));
  }

  void add(Sender sender) {
    senders.put(sender.workload().name(), sender);
  }

  boolean hasTraffic() {
    return !senders.isEmpty();
  }

  /** Requests from now on. */
  void toRequests(long now) {
    settle(now);
    double before = seam.open();
    // First of all, since what is taken over may fail and be retried at once.
    senders.values().forEach(sender -> {
      sender.begin(now);
      Workload workload = sender.workload();
      double left = seam.budgetLeft(workload.name());
      if (left < Double.POSITIVE_INFINITY) {
        sender.setBudget(left, workload.rate().at(now), now);
      }
    });
    Seeding seeding = new Seeding(groups, senders, traffic, luck.of(times), now);
    seam.suspend(now, seeding);
    long made = seeding.finish();
    balanced(before, seam.open() + made, now);
    times++;
  }

  /** Rates from now on. */
  void toRates(long now) {
    seam.resume(now);
    double before = seam.open();
    long[] taken = new long[1];
    senders
        .values()
        .forEach(sender -> sender.stop(
            (workload, made, due, arrived) -> {
              taken[0]++;
              seam.pending(workload, made, due / 1e9, (due - arrived) / 1e9);
            },
            now));
    balanced(before + taken[0], seam.open(), now);
    senders.forEach((workload, sender) -> {
      double left = sender.budgetLeft(now);
      if (left < Double.POSITIVE_INFINITY) {
        seam.setBudget(workload, left);
      }
    });
  }

  /** What one side gives up the other must have. */
  private static void balanced(double before, double after, long now) {
    if (Math.abs(before - after) > ROUNDING * Math.max(1, before)) {
      throw new IllegalStateException(
          "at " + now + " ns " + before + " requests came to a seam, and " + after + " left it");
    }
  }

  /** Tells rates, and whoever else wants to know, what servers did since the last time. */
  void measure(long now, BiConsumer<String, Measured> also) {
    groups.forEach((name, meter) -> {
      Measured measured = meter.read(now);
      also.accept(name, measured);
      seam.absorb(name, measured, now);
      seam.waiting(name, (double) meter.waiting());
    });
  }

  /** Tells rates of the waits of those requests that a window left behind. */
  void settle(long now) {
    groups.forEach((name, meter) -> {
      Measured late = meter.read(now);
      seam.correctWaits(name, new Measured(0, 0, late.waitedSeconds(), late.served()));
    });
  }

  /** The groups' levels have begun anew. */
  void startCounting(long now) {
    groups.values().forEach(meter -> meter.begin(now));
  }

  /** Requests fare as rates would have them: none waits for long, and few are to be tried again. */
  boolean agrees(long now) {
    for (Map.Entry<String, Meter> group : groups.entrySet()) {
      // A geometric number has a standard deviation of about its mean.
      double most = 4 * seam.balance(group.getKey(), now) + 3;
      if (group.getValue().waiting() > most) {
        return false;
      }
    }
    double rate = 0;
    int pending = 0;
    for (Sender sender : senders.values()) {
      Workload workload = sender.workload();
      rate += workload.rate().at(now);
      pending += sender.pending();
    }
    return pending <= 0.02 * rate + 3;
  }
}
