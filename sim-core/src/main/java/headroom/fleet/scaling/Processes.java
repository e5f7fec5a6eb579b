package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.Suspension;
import headroom.spec.Suspension.Suspendable;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Which of a group's processes are suspended just now (fleet sheet §4.13 [A28]). */
final class Processes implements InstanceListener {

  private final int[] suspensions = new int[Suspendable.values().length];
  private final String subject;
  private final Recorder recorder;

  Processes(String group, Recorder recorder) {
    this.subject = "groups." + group;
    this.recorder = recorder;
  }

  /** Instances that come meanwhile are never added later; those of time zero are there already. */
  @Override
  public void inService(Instance instance, long now) {
    if (now > 0 && isSuspended(Suspendable.ADD_TO_LOAD_BALANCER)) {
      instance.leaveOut();
    }
  }

  boolean isSuspended(Suspendable process) {
    return suspensions[process.ordinal()] > 0;
  }

  /**
   * Carries suspensions out; to be called before the group does anything.
   *
   * @param resumed told when a process goes on
   */
  void schedule(List<Suspension> rules, Simulation simulation, LongConsumer resumed) {
    for (Suspension rule : rules) {
      long at = rule.at().toNanos();
      if (at == 0) {
        suspend(rule.process(), 0);
      } else {
        simulation.at(at, Phase.CHANGE, now -> suspend(rule.process(), now));
      }
      rule.lasts()
          .ifPresent(lasts -> simulation.at(at + lasts.toNanos(), Phase.DECIDE, now -> {
            suspensions[rule.process().ordinal()]--;
            say(rule.process(), " resumed", now);
            resumed.accept(now);
          }));
    }
  }

  private void suspend(Suspendable process, long now) {
    suspensions[process.ordinal()]++;
    say(process, " suspended", now);
  }

  private void say(Suspendable process, String what, long now) {
    if (recorder.readsEvents()) {
      String name = process.name().toLowerCase(Locale.ROOT).replace('_', '-');
      recorder.happened(now, EventLog.Kind.SCHEDULED, subject, name + what, "");
    }
  }
}
