package headroom.fleet.scaling;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fleet.instances.HookWaits;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.RunTimes;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.random.Uniform;
import headroom.results.Account;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.Recorder;
import headroom.supply.Image;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The instance closest to its next hour is the one that looking at every instance finds. */
class ReleaseOrderTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3600 * SECOND;

  private final Simulation simulation = Simulation.create("releases");
  private final Stream luck = new Chance(1).of("releases", "test");
  private long draws;
  private int asked;
  private int found;

  @Test
  void itIsTheOneThatLookingAtAllOfThemFinds() {
    // Starts in the same second, at the same moment, and spread out.
    for (UnaryOperator<Double> moment :
        List.<UnaryOperator<Double>>of(u -> Math.floor(u * 5_000), u -> u * 20, u -> u * 9_000)) {
      groupWithStartsAt(moment);
    }
    assertTrue(found > 1_000 && found < asked, found + " of " + asked);
  }

  private void groupWithStartsAt(UnaryOperator<Double> moment) {
    InstanceGroup group = new InstanceGroup(
        "web",
        List.of("m5.large"),
        new Image("some", new Uniform(0, 3), Image.NONE, Image.NONE),
        HookWaits.none(new Chance(2)),
        List.of("a", "b"),
        simulation,
        new Chance(2),
        new Unheard(),
        new RunTimes(
            "web",
            List.of("m5.large"),
            List.of("a", "b"),
            "linux",
            Optional.empty(),
            new InstanceUsage.Builder()),
        java.util.Map.of(),
        0);
    ReleaseOrder order = new ReleaseOrder(group);
    long begin = simulation.now();
    for (int i = 0; i < 600; i++) {
      int zone = i % 2;
      long at = begin + (long) (moment.apply(next()) * SECOND);
      simulation.at(at, Phase.CHANGE, now -> group.launch(0, zone, false, now, now, ""));
    }
    for (int i = 0; i < 1_000; i++) {
      long at = begin + (long) (Math.floor(next() * 9_000) * SECOND);
      simulation.at(at, Phase.DECIDE, now -> look(group, order, (int) (next() * 2), now));
    }
    simulation.runUntil(begin + 10_000 * SECOND);
  }

  private void look(InstanceGroup group, ReleaseOrder order, int zone, long now) {
    asked++;
    @Nullable Instance expected = byLooking(group, zone, now);
    assertSame(expected, order.closestToNextHour(zone, now));
    if (expected != null) {
      found++;
      if (next() < 0.5) {
        group.terminate(expected, now, "");
      }
    }
  }

  private static @Nullable Instance byLooking(InstanceGroup group, int zone, long now) {
    return group.live().stream()
        .filter(instance -> instance.zone() == zone)
        .min(Comparator.<Instance>comparingLong(instance -> toNextHour(instance, now))
            .thenComparingInt(Instance::ordinal))
        .orElse(null);
  }

  private static long toNextHour(Instance instance, long now) {
    return instance.state() == State.PENDING ? HOUR : HOUR - (now - instance.runningSince()) % HOUR;
  }

  private double next() {
    return luck.at(draws++);
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
