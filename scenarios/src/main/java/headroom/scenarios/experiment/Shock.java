package headroom.scenarios.experiment;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.Scripted;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Something that a fleet is struck with to see whether it gets up again, in any size.
 *
 * @param name what it is called: the failure's own name, or "stall-web"
 * @param what what it does, in words: "web stalls"
 * @param at simulated time at which it strikes
 * @param least the smallest size that is tried
 * @param most the largest size that is tried
 * @param asWritten the size it has in the scenario; where it has none, ten seconds
 * @param isTime true when its size is seconds, false when it is a share
 * @param ofSize the failure in a size
 */
public record Shock(
    String name,
    String what,
    Duration at,
    double least,
    double most,
    double asWritten,
    boolean isTime,
    DoubleFunction<Failure> ofSize) {

  private static final double SHORTEST = 0.1;
  private static final double LONGEST = 600;
  private static final double USUAL_SECONDS = 10;

  /** The shocks of a scenario: its own, else a stall of each group that its workloads go to. */
  public static List<Shock> of(Scenario scenario) {
    List<Shock> own = scenario.failures().stream().flatMap(f -> of(f).stream()).toList();
    return own.isEmpty() ? stalls(scenario) : own;
  }

  private static Optional<Shock> of(Failure failure) {
    if (failure instanceof Slowdown slow && slow.timing() instanceof Scripted when) {
      return Optional.of(timed(
          slow.name(),
          slow.of() + (slow.speed() == 0 ? " stalls" : " is slowed down"),
          when.at(),
          seconds(when.lasts()),
          size -> new Slowdown(slow.name(), slow.of(), when.at(), duration(size), slow.speed())));
    }
    if (failure instanceof ZoneFailure zone && zone.timing() instanceof Scripted when) {
      return Optional.of(timed(
          zone.name(),
          "zone " + zone.zone() + " is lost",
          when.at(),
          seconds(when.lasts()),
          size -> new ZoneFailure(
              zone.name(),
              zone.zone(),
              zone.balancerNodes(),
              new Scripted(when.at(), duration(size)))));
    }
    if (failure instanceof CacheLoss loss) {
      return Optional.of(new Shock(
          loss.name(),
          "the caches of " + loss.of() + " are lost",
          loss.at(),
          0.01,
          1,
          loss.share(),
          false,
          size -> new CacheLoss(loss.name(), loss.of(), loss.at(), size)));
    }
    return Optional.empty();
  }

  private static Shock timed(
      String name, String what, Duration at, double asWritten, DoubleFunction<Failure> ofSize) {
    double most = Math.max(LONGEST, 2 * asWritten);
    return new Shock(name, what, at, SHORTEST, most, asWritten, true, ofSize);
  }

  private static List<Shock> stalls(Scenario scenario) {
    Duration middle =
        scenario.warmUp().plus(scenario.lasts().minus(scenario.warmUp()).dividedBy(3));
    List<Shock> stalls = new ArrayList<>();
    for (Group group : scenario.groups()) {
      if (isEntry(scenario, group.name())) {
        String name = "stall-" + group.name();
        stalls.add(timed(
            name,
            group.name() + " stalls",
            middle,
            USUAL_SECONDS,
            size -> new Slowdown(name, group.name(), middle, duration(size), 0)));
      }
    }
    return stalls;
  }

  private static boolean isEntry(Scenario scenario, String group) {
    List<String> doors = scenario.loadBalancers().stream()
        .filter(balancer -> balancer.targets().equals(group))
        .map(LoadBalancer::name)
        .toList();
    return scenario.workloads().stream()
        .flatMap(workload -> places(scenario, workload.to()).stream())
        .anyMatch(to -> to.equals(group) || doors.contains(to));
  }

  /** What a name points to; else the destination itself. */
  private static List<String> places(Scenario scenario, String to) {
    return scenario.dns().stream()
        .filter(name -> name.name().equals(to))
        .findFirst()
        .map(DnsName::pointsTo)
        .orElse(List.of(to));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
