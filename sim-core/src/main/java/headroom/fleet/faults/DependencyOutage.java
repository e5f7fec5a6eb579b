package headroom.fleet.faults;

import headroom.fault.DependencyFailure;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.Ailment;
import headroom.fleet.targets.ServerGroup;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;

/** Lets what a group asks of somebody outside fail, or come late. */
public final class DependencyOutage implements Outages.Thing, InstanceListener {

  private final DependencyFailure rule;
  private final ServerGroup group;
  private final Ailment ailment;
  private final Recorder recorder;
  private boolean active;

  /** To be listened to instances with, after the group of servers itself. */
  public DependencyOutage(
      DependencyFailure rule, ServerGroup group, Stream luck, Recorder recorder) {
    this.rule = rule;
    this.group = group;
    this.ailment = new Ailment(
        rule.name(),
        Ailment.Speed.of(1),
        rule.share(),
        rule.errors(),
        0,
        0,
        rule.slower().toNanos(),
        luck.of("errors"));
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    active = true;
    for (Instance instance : group.ailing().atWork()) {
      group.ailing().ails(instance, ailment, now);
    }
    log(now, EventLog.Kind.FAILURE, "a service outside fails");
  }

  @Override
  public void comesBack(long now) {
    active = false;
    group.ailing().recovers(ailment, now);
    log(now, EventLog.Kind.REPAIR, "the service outside is well again");
  }

  @Override
  public void inService(Instance instance, long now) {
    if (active) {
      group.ailing().ails(instance, ailment, now);
    }
  }

  private void log(long now, EventLog.Kind kind, String what) {
    recorder.happened(now, kind, "groups." + rule.of(), what, rule.name());
  }
}
