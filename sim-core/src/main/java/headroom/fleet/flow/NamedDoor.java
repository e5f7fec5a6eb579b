package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.routing.HealthChecks;
import headroom.kernel.Action;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Stream;
import headroom.results.Recorder;
import headroom.spec.DnsName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group that clients reach by its instances' addresses in a name's record, as far as rates go. Its
 * record changes at the moments of {@code headroom.fleet.routing.NamedGroup}.
 */
final class NamedDoor extends FlowDoor {

  private final DnsName name;
  private final Simulation simulation;
  private final Optional<HealthChecks> checks;
  private final Set<Instance> up = new LinkedHashSet<>();
  private final Set<Instance> untold = new LinkedHashSet<>();
  private @Nullable FlowName book;
  private @Nullable FlowPlace place;
  private double silentShare;
  private double unnamedShare;
  private String why = "";

  NamedDoor(
      DnsName name,
      FlowStation station,
      Simulation simulation,
      Stream phases,
      Recorder recorder,
      FlowMeter meter) {
    super(station, simulation, recorder, meter);
    this.name = name;
    this.simulation = simulation;
    this.checks = name.healthCheck().map(check -> new HealthChecks(check, phases));
  }

  /** Its record is kept there from now on. */
  void isKeptIn(FlowName by, FlowPlace at) {
    book = by;
    place = at;
  }

  /** True while an instance answers who comes to its address. */
  boolean isUp(Instance instance) {
    return up.contains(instance);
  }

  /** What becomes of those of a step who come here. */
  void leads(double toSilence, double nowhere, String cause) {
    silentShare = toSilence;
    unnamedShare = nowhere;
    why = cause;
  }

  @Override
  double silentShare(double rate, double underWay, double holdSeconds) {
    return silentShare + unnamedShare;
  }

  @Override
  double unnamedShare() {
    return unnamedShare;
  }

  @Override
  boolean isEmpty() {
    return false;
  }

  @Override
  String whySilent() {
    return why;
  }

  @Override
  public void inService(Instance instance, long now) {
    super.inService(instance, now);
    up.add(instance);
    untold.add(instance);
    if (now == 0) {
      tell(instance, now);
    } else {
      later(now, at -> tell(instance, at));
    }
  }

  private void later(long now, Action action) {
    simulation.at(now + name.updateAfter().toNanos(), Phase.CHANGE, action);
  }

  private void tell(Instance instance, long now) {
    FlowName by = book;
    FlowPlace at = place;
    if (by != null && at != null && untold.remove(instance)) {
      by.changes(now, () -> at.told().add(instance));
    }
  }

  private void forget(Instance instance, long now) {
    FlowName by = book;
    FlowPlace at = place;
    if (by != null && at != null && at.told().list().contains(instance)) {
      by.changes(now, () -> at.told().remove(instance));
    }
  }

  private void falls(Instance instance, long now) {
    FlowName by = book;
    if (up.remove(instance) && by != null) {
      by.changes(now, () -> {});
    }
  }

  @Override
  public void halted(Instance instance, long now) {
    super.halted(instance, now);
    falls(instance, now);
    checks.ifPresent(series -> {
      long first = series.firstCheck(instance.ordinal(), instance.inServiceSince());
      simulation.at(
          series.unhealthyAt(first, now), Phase.CHANGE, noticed -> forget(instance, noticed));
    });
  }

  @Override
  public void draining(Instance instance, long now) {
    super.draining(instance, now);
    later(now, at -> forget(instance, at));
  }

  @Override
  public void terminated(Instance instance, long now) {
    super.terminated(instance, now);
    falls(instance, now);
    untold.remove(instance);
    later(now, then -> forget(instance, then));
    FlowName by = book;
    if (by != null && name.reusedAfter().isPresent()) {
      long reused = now + name.reusedAfter().get().toNanos();
      simulation.at(reused, Phase.CHANGE, then -> by.isStrangers(instance, then));
    }
  }
}
