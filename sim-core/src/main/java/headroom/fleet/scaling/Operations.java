package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.scaling.Recurring;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What somebody does by hand with the instances of a group, when its time has come. */
final class Operations {

  private final List<Operation> rules;
  private final InstanceGroup instances;
  private final Standbys standbys;
  private final PowerCycles power;
  private final Simulation simulation;
  private final Recorder recorder;

  Operations(
      List<Operation> rules,
      InstanceGroup instances,
      Standbys standbys,
      PowerCycles power,
      Simulation simulation,
      Recorder recorder) {
    this.rules = List.copyOf(rules);
    this.instances = instances;
    this.standbys = standbys;
    this.power = power;
    this.simulation = simulation;
    this.recorder = recorder;
  }

  void schedule(Instant calendarStart, long endNanos) {
    for (Operation rule : rules) {
      if (rule.recurs().isPresent()) {
        Recurring moments = rule.recurs().get();
        recur(rule, moments, calendarStart, calendarStart, endNanos);
      } else {
        simulation.at(rule.at().toNanos(), Phase.DECIDE, now -> begin(rule, now));
      }
    }
  }

  private void recur(Operation rule, Recurring moments, Instant from, Instant start, long end) {
    moments.next(from).ifPresent(moment -> {
      long at = Duration.between(start, moment).toNanos();
      if (at < end) {
        simulation.at(at, Phase.DECIDE, now -> {
          begin(rule, now);
          recur(rule, moments, moment.plusNanos(1), start, end);
        });
      }
    });
  }

  private void begin(Operation rule, long now) {
    boolean ofStopped = rule.kind() == Kind.START || rule.kind() == Kind.CHANGE_TYPE;
    List<Instance> chosen = instances.live().stream()
        .filter(one -> ofStopped ? one.state() == State.STOPPED : one.isInService())
        .filter(one -> !one.isSpot() || rule.kind().protects())
        .filter(
            one -> !rule.kind().protects() || one.isProtected() == (rule.kind() == Kind.UNPROTECT))
        .sorted(Comparator.comparingInt(Instance::ordinal))
        .limit(rule.instances())
        .toList();
    if (chosen.isEmpty()) {
      // As EC2 answers: IncorrectInstanceState.
      recorder.happened(
          now,
          EventLog.Kind.SCHEDULED,
          "groups." + instances.name(),
          rule.kind().word() + " refused",
          refusal(rule.kind(), ofStopped));
      return;
    }
    if (rule.kind().protects()) {
      standbys.protect(rule, chosen, now);
    } else if (rule.kind().leaves()) {
      standbys.leave(rule, chosen, now);
    } else {
      chosen.forEach(one -> power.cycle(rule, one, now));
    }
  }

  private static String refusal(Kind kind, boolean ofStopped) {
    if (kind.protects()) {
      return "none in service is " + (kind == Kind.PROTECT ? "unprotected" : "protected");
    }
    return ofStopped ? "no instance is stopped" : "no on-demand instance is in service";
  }
}
