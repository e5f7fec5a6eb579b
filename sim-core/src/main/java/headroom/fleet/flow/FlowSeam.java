package headroom.fleet.flow;

import headroom.random.Stream;
import headroom.results.Tally;
import headroom.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A connected part of a scenario as far as somebody needs it who sees to its traffic at times:
 * whether rates can be trusted there, and what crosses from rates and to them.
 */
public final class FlowSeam {

  private final FlowPart part;
  private final FlowTwin twin;
  private final Stream luck;
  private long draws;

  FlowSeam(FlowPart part, FlowTwin twin, Stream luck) {
    this.part = part;
    this.twin = twin;
    this.luck = luck;
  }

  public List<String> groups() {
    return part.stations().stream().map(FlowStation::name).toList();
  }

  public List<Workload> workloads() {
    return part.clients().stream().map(FlowSeam::workload).toList();
  }

  static Workload workload(FlowClient client) {
    return Objects.requireNonNull(client.origin().workload(), "calls are not handed over");
  }

  /** Brings the part up to a moment. */
  public void advance(long now) {
    part.look(now);
  }

  /** Its instances work at a share of their usual speed from now on. */
  public void setSpeed(String group, double share, long now) {
    station(group).setSpeed(share, now);
    for (FlowStation station : twin.part().stations()) {
      if (station.name().equals(group)) {
        station.setSpeed(share, now);
      }
    }
  }

  /** How far rates may be wrong between two moments if nothing changes: above 1, too far. */
  public double doubt(long now, long until) {
    double worst = 0;
    for (FlowStation station : part.stations()) {
      worst = Math.max(worst, new Doubt(station, now, until).value());
    }
    return worst;
  }

  /** How it stands between two moments if nothing changes: as its most doubtful group does. */
  public Condition condition(long now, long until) {
    return condition(part, now, until);
  }

  private static Condition condition(FlowPart of, long now, long until) {
    Condition worst = Condition.CALM;
    for (FlowStation station : of.stations()) {
      Condition one = new Doubt(station, now, until).condition();
      worst = one.doubt() > worst.doubt() ? one : worst;
    }
    return worst;
  }

  /** From now on rates go on in the shade as well, from where they are; before they suspend. */
  public void beginShade(long now) {
    twin.beginAs(part, now);
  }

  /** How they stand there. */
  public Condition shadeCondition(long now, long until) {
    twin.part().look(now);
    return condition(twin.part(), now, until);
  }

  /** What they told there of each workload since this was asked last. */
  public Map<String, Tally> takeShade(long now) {
    return twin.take(now);
  }

  /** What they measured there of each group so far. */
  public Map<String, Measured> measuredInShade() {
    return twin.measured();
  }

  public void endShade(long now) {
    twin.end(now);
  }

  /** Corrects what was measured of a group's waits while rates saw to its requests. */
  public void correctWaits(String group, Measured by) {
    station(group).meter().correctWaits(by);
  }

  /** What rates measured of a group so far. */
  public Measured measured(String group) {
    return station(group).meter().inAll();
  }

  /** Requests that a group in balance has waiting at the rate of a moment, on average. */
  public double balance(String group, long now) {
    return new Doubt(station(group), now, now + 1).balance();
  }

  /** Requests of the part whose end is open. */
  public double open() {
    double sum = 0;
    for (FlowClient client : part.clients()) {
      sum += client.pending();
    }
    for (FlowStation station : part.stations()) {
      sum += station.backlog().alive();
    }
    return sum;
  }

  /** From now on somebody else sees to its traffic, and takes over what is under way. */
  public void suspend(long now, Handover to) {
    part.suspend(true, now);
    for (FlowStation station : part.stations()) {
      double busy = whole(station.step().busyWorkers());
      for (int i = 0; i < busy; i++) {
        to.working(station.name(), residual(station));
      }
      double told = whole(station.waitingTold());
      for (int i = 0; i < told; i++) {
        to.waiting(station.name());
      }
      station.backlog().queue().takeWhole(new Queued(station, to, now / 1e9));
    }
    for (FlowClient client : part.clients()) {
      client
          .pendingRetries()
          .takeWhole(now / 1e9, (made, due, age) -> to.pending(workload(client), made, due, age));
      client.forgetUnderWay();
    }
  }

  /** An amount that needs not be kept, made whole by chance. */
  private double whole(double amount) {
    return Math.floor(amount + luck.at(draws++));
  }

  /** What is left of a service time met at a random moment: a uniform part of a length-biased one. */
  private double residual(FlowStation station) {
    ServiceTime time = station.time();
    double wanted = luck.at(draws++) * time.meanOfPoints();
    int point = 0;
    for (double sum = time.weight(0); sum < wanted && point < ServiceTime.POINTS - 1; ) {
      sum += time.weight(++point);
    }
    return time.seconds(point) * luck.at(draws++);
  }

  private static final class Queued implements FluidQueue.Whole {
    private final FlowStation station;
    private final Handover to;
    private final double now;

    private void waitedBefore(double arrived) {
      station.meter().waited(0, now - arrived, 0);
    }

    Queued(FlowStation station, Handover to, double now) {
      this.station = station;
      this.to = to;
      this.now = now;
    }

    @Override
    public void waitedFor(int slot, double arrived, double age) {
      FlowClient client = station.backlog().fate().clientOf(slot);
      waitedBefore(arrived);
      to.queued(workload(client), slot - client.firstSlot, arrived, age);
    }

    @Override
    public void abandoned(double arrived) {
      waitedBefore(arrived);
      to.abandoned(station.name(), arrived);
    }
  }

  /** Rates again; whatever is under way is told by whoever took it in. */
  public void resume(long now) {
    part.suspend(false, now);
    part.clients().forEach(FlowClient::forgetUnderWay);
  }

  /** Goes on with so many requests waiting at a group; after {@link #resume}. */
  public void waiting(String group, double requests) {
    station(group).resume(requests);
  }

  /** Takes over a request whose next attempt is due at a time. */
  public void pending(String workload, int attemptsMade, double dueSeconds, double ageSeconds) {
    client(workload).pendingRetries().addOne(attemptsMade, dueSeconds, ageSeconds);
  }

  /** What a workload's retry budgets have left in all; infinite without budgets. */
  public double budgetLeft(String workload) {
    return client(workload).budget().left();
  }

  /** Lets a workload's retry budgets go on with so much in all. */
  public void setBudget(String workload, double left) {
    client(workload).budget().set(left);
  }

  private FlowClient client(String workload) {
    for (FlowClient client : part.clients()) {
      if (workload(client).name().equals(workload)) {
        return client;
      }
    }
    throw new IllegalStateException("no workload " + workload);
  }

  /** Adds what was measured at a group meanwhile. */
  public void absorb(String group, Measured measured, long now) {
    station(group).meter().absorb(measured, now);
  }

  private FlowStation station(String group) {
    for (FlowStation station : part.stations()) {
      if (station.name().equals(group)) {
        return station;
      }
    }
    throw new IllegalStateException("no group " + group);
  }
}
