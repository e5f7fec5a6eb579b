package headroom.fleet.targets;

import headroom.ServiceBuilder;
import headroom.fleet.instances.HookWaits;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.RunTimes;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Distribution;
import headroom.random.Uniform;
import headroom.results.Account;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.Recorder;
import headroom.supply.Image;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One group's servers and jobs of known demand, with a log of what becomes of each. */
final class Bench implements AutoCloseable {

  /** A job's luck is its demand in seconds over this. */
  private static final double MOST = 100;

  static final Distribution DEMAND = new Uniform(0, MOST);

  final Simulation simulation = Simulation.create("bench");
  final ServerGroup group;
  private final InstanceGroup instances;
  private final List<Server> servers = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  Bench(ServiceBuilder builder, int size) {
    Service service = builder.build();
    Chance chance = new Chance(1);
    instances = new InstanceGroup(
        "web",
        List.of("m5.large"),
        new Image("none", Image.NONE, Image.NONE, Image.NONE),
        HookWaits.none(chance),
        List.of("a"),
        simulation,
        chance,
        new Unheard(),
        new RunTimes(
            "web",
            List.of("m5.large"),
            List.of("a"),
            "linux",
            Optional.empty(),
            new InstanceUsage.Builder()),
        java.util.Map.of(),
        0);
    group =
        new ServerGroup(instances, service, 1, simulation, chance.of("web", "serial-section"), 0);
    group.listen(new TargetListener() {
      @Override
      public void arrived(Server server, boolean known, long now) {
        servers.add(server);
      }

      @Override
      public void leaving(Server server, long now) {}

      @Override
      public void stopped(Server server, long now) {}

      @Override
      public void gone(Server server, long now) {}
    });
    for (int i = 0; i < size; i++) {
      instances.present(0, 0, false);
    }
    group.wanted(size, 0);
  }

  /** A service whose jobs take what they are said to take. */
  static ServiceBuilder service(int workers, int queue) {
    return new ServiceBuilder(workers, queue, DEMAND);
  }

  /** One more instance, in service from time zero on. */
  void launchNow() {
    instances.present(0, 0, false);
  }

  /** One more instance, in service at once. */
  void launchAt(double seconds) {
    simulation.at(
        nanos(seconds), Phase.CHANGE, now -> instances.launch(0, 0, false, now, now, "test"));
  }

  Server server(int ordinal) {
    return servers.get(ordinal);
  }

  void crashAt(double seconds, int ordinal) {
    simulation.at(
        nanos(seconds),
        Phase.CHANGE,
        now -> instances.crash(server(ordinal).instance(), "crash", now));
  }

  void speedAt(double seconds, double speed) {
    simulation.at(nanos(seconds), Phase.CHANGE, now -> group.setSpeed(speed, "slow", now));
  }

  /** Runs up to a time in seconds. */
  Bench until(double seconds) {
    simulation.runUntil(nanos(seconds));
    group.checkIdentity(simulation.now());
    return this;
  }

  /** Offers a job at a time; the log tells when it is not taken. */
  Work at(double seconds, String name, double demand) {
    return at(seconds, name, demand, 0, 0);
  }

  Work at(double seconds, String name, double demand, int requestClass, int server) {
    Work job = new Work(name, demand, requestClass);
    simulation.at(nanos(seconds), Phase.WORK, now -> {
      Offer offer = server(server).offer(job, now);
      if (offer != Offer.TAKEN) {
        log(name, offer.name().toLowerCase(Locale.ROOT), now);
      }
    });
    return job;
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private void log(String name, String what, long now) {
    log.add(String.format(Locale.ROOT, "%s %s %.3f", name, what, now / 1e9));
  }

  /** What has become of the jobs so far, in order of time. */
  List<String> log() {
    return log;
  }

  @Override
  public void close() {
    simulation.close();
  }

  /** Nobody asks what happened to the instances. */
  private static final class Unheard implements Recorder {

    @Override
    public Account account(String workload, String requestClass, double value) {
      throw new AssertionError("there are no clients here");
    }

    @Override
    public void targetsSeen(long now, boolean healthy, String whyNot) {}

    @Override
    public void happened(long now, EventLog.Kind kind, String subject, String what, String why) {}
  }

  /** A job that writes into the log. */
  final class Work extends Job {

    final String name;
    boolean abandoned;

    Work(String name, double demand, int requestClass) {
      this.name = name;
      this.demandLuck = demand / MOST;
      this.requestClass = requestClass;
    }

    @Override
    protected boolean isAbandoned() {
      return abandoned;
    }

    @Override
    protected void dropped(long now) {
      ended("dropped", now);
    }

    @Override
    protected void served(long now) {
      ended("served", now);
    }

    @Override
    protected void lost(long now) {
      ended("lost", now);
    }

    @Override
    protected void overdue(long now) {
      throw new AssertionError(name + " was never on its way");
    }

    private void ended(String how, long now) {
      if (isOnServer()) {
        throw new AssertionError(name + " is told before it has left");
      }
      log(name, how, now);
    }
  }
}
