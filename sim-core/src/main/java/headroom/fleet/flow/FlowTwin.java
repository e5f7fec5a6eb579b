package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.routing.TargetHealthListener;
import headroom.results.Account;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.results.ShadeAccount;
import headroom.results.Tally;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A connected part beside another, in its shade: rates as they would go on while requests are
 * simulated, told to nobody but who compares the two.
 */
final class FlowTwin {

  /** Whoever hears a twin's doors hears nothing. */
  static final TargetHealthListener DEAF = new TargetHealthListener() {
    @Override
    public void unhealthy(Instance instance, long now) {
      // The other's door tells it.
    }

    @Override
    public void drained(Instance instance, long now) {
      // The other's door tells it.
    }
  };

  /** Whoever records a twin's events records nothing. */
  static final Recorder BLIND = new Recorder() {
    @Override
    public Account account(String workload, String requestClass, double value) {
      throw new IllegalStateException("rates have no single requests");
    }

    @Override
    public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {
      // The other tells it.
    }

    @Override
    public boolean readsEvents() {
      return false;
    }

    @Override
    public void happened(
        long nowNanos, EventLog.Kind kind, String subject, String what, String why) {
      // The other tells it.
    }
  };

  private final FlowPart part;
  private final Map<FlowClient, ShadeAccount> accounts = new LinkedHashMap<>();

  FlowTwin(FlowPart part) {
    this.part = part;
    part.suspend(true, 0);
  }

  FlowPart part() {
    return part;
  }

  void add(FlowClient client, ShadeAccount account) {
    part.add(client);
    accounts.put(client, account);
  }

  /** Goes on from where the other is; whatever was told before is forgotten. */
  void beginAs(FlowPart other, long now) {
    part.suspend(false, now);
    part.copyFrom(other);
    accounts.forEach((client, account) -> {
      client.report();
      account.take();
    });
  }

  /** Rests until it is needed again. */
  void end(long now) {
    part.suspend(true, now);
  }

  /** What it told of each workload since this was asked last. */
  Map<String, Tally> take(long now) {
    part.look(now);
    Map<String, Tally> told = new LinkedHashMap<>();
    accounts.forEach((client, account) -> {
      client.report();
      told.put(FlowSeam.workload(client).name(), account.take());
    });
    return told;
  }

  /** What it measured of each group in all. */
  Map<String, Measured> measured() {
    Map<String, Measured> all = new LinkedHashMap<>();
    part.stations().forEach(station -> all.put(station.name(), station.meter().inAll()));
    return all;
  }
}
