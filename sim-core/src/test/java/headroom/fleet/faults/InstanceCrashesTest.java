package headroom.fleet.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.InstanceFailures;
import headroom.fleet.instances.HookWaits;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.RunTimes;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Mixture;
import headroom.random.Pareto;
import headroom.random.Stream;
import headroom.random.Uniform;
import headroom.results.Account;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.Recorder;
import headroom.supply.Image;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Crashes that are planned when they are near strike whom a lifetime drawn at the start ends. */
class InstanceCrashesTest {

  private static final long DAY = 86_400_000_000_000L;
  private static final long END = 60 * DAY;
  private static final int LAUNCHES = 500;

  static List<Distribution> lifetimes() {
    double day = 86_400;
    return List.of(
        new Exponential(20 * day),
        new Exponential(day / 24),
        new Constant(16 * day),
        new Uniform(0, 90 * day),
        new Pareto(1.1, day),
        new Mixture(List.of(
            new Mixture.Component(0.5, new Exponential(100 * day)),
            new Mixture.Component(0.5, new Exponential(day)))));
  }

  @ParameterizedTest
  @MethodSource("lifetimes")
  void everyInstanceCrashesWhenItsLifetimeIsOver(Distribution lifetime) {
    Simulation simulation = Simulation.create("crashes");
    InstanceGroup group = group(simulation);
    InstanceFailures rule = new InstanceFailures("crash", "web", lifetime);
    new InstanceCrashes(rule, group, new Chance(3), simulation, END).begin();
    Map<Integer, Long> crashed = new LinkedHashMap<>();
    List<Instance> served = new ArrayList<>();
    group.listen(new InstanceListener() {
      @Override
      public void inService(Instance instance, long now) {
        served.add(instance);
      }

      @Override
      public void crashed(Instance instance, long now) {
        crashed.put(instance.ordinal(), now);
      }
    });
    for (int i = 0; i < LAUNCHES; i++) {
      long at = END / LAUNCHES * i;
      simulation.at(at, Phase.CHANGE, now -> group.launch(0, 0, false, now, now, ""));
    }
    simulation.runUntil(END);

    Stream luck = new Chance(3).of("web", "lifetime").of("crash");
    int ended = 0;
    for (Instance instance : served) {
      double seconds = lifetime.sampler().sample(luck.at(instance.ordinal()));
      boolean ends = seconds * 1e9 <= END - instance.inServiceSince();
      ended += ends ? 1 : 0;
      assertEquals(
          ends ? instance.inServiceSince() + (long) (seconds * 1e9) : -1,
          crashed.getOrDefault(instance.ordinal(), -1L));
    }
    assertEquals(ended, crashed.size());
    assertTrue(ended > LAUNCHES / 10, ended + " of " + served.size());
  }

  private static InstanceGroup group(Simulation simulation) {
    RunTimes times = new RunTimes(
        "web",
        List.of("m5.large"),
        List.of("a"),
        "linux",
        Optional.empty(),
        new InstanceUsage.Builder());
    return new InstanceGroup(
        "web",
        List.of("m5.large"),
        new Image("some", Image.NONE, new Exponential(30), Image.NONE),
        HookWaits.none(new Chance(2)),
        List.of("a"),
        simulation,
        new Chance(2),
        new Unheard(),
        times,
        Map.of(),
        0);
  }

  /** Nobody listens. */
  private static final class Unheard implements Recorder {
    @Override
    public Account account(String workload, String requestClass, double value) {
      throw new IllegalStateException("no requests here");
    }

    @Override
    public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {}

    @Override
    public void happened(
        long nowNanos, EventLog.Kind kind, String subject, String what, String why) {}
  }
}
