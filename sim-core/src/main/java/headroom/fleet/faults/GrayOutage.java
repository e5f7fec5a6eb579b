package headroom.fleet.faults;

import headroom.fault.GrayFailure;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.Ailment;
import headroom.fleet.targets.ServerGroup;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;

/** Makes some servers of a group serve badly, and well again. */
public final class GrayOutage implements Outages.Thing, InstanceListener {

  private final GrayFailure rule;
  private final ServerGroup group;
  private final Stream choice;
  private final Ailment ailment;
  private final Tally tally;
  private final Recorder recorder;
  private boolean active;

  /** To be listened to instances with, after the group of servers itself. */
  public GrayOutage(
      GrayFailure rule, ServerGroup group, Stream luck, Tally tally, Recorder recorder) {
    this.rule = rule;
    this.group = group;
    this.choice = luck.of("choice");
    this.ailment = new Ailment(
        rule.name(),
        Ailment.Speed.of(rule.speed()),
        1,
        rule.errors(),
        rule.loss().lostRequests(),
        rule.loss().lostAnswers(),
        0,
        luck.of("errors"));
    this.tally = tally;
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    active = true;
    int hit = 0;
    for (Instance instance : group.ailing().atWork()) {
      hit += afflicts(instance, now) ? 1 : 0;
    }
    tally.took(hit, now);
    log(now, EventLog.Kind.FAILURE, rule.kind().word() + " on " + hit + " instances");
  }

  @Override
  public void comesBack(long now) {
    active = false;
    group.ailing().recovers(ailment, now);
    log(now, EventLog.Kind.REPAIR, rule.kind().word() + " is over");
  }

  @Override
  public void inService(Instance instance, long now) {
    if (active && afflicts(instance, now)) {
      tally.took(1, now);
    }
  }

  private boolean afflicts(Instance instance, long now) {
    if (choice.at(instance.place()) >= rule.share()) {
      return false;
    }
    group.ailing().ails(instance, ailment, now);
    return true;
  }

  private void log(long now, EventLog.Kind kind, String what) {
    recorder.happened(now, kind, "groups." + rule.of(), what, rule.name());
  }
}
