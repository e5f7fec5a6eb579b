package headroom.fleet.faults;

import headroom.fault.Maintenance;
import headroom.fault.Maintenance.Event;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.State;
import headroom.fleet.scaling.GroupKeeper;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.List;

/** Retires or reboots instances at a date that has been announced (fleet sheet §1.3 [E4], [E5]). */
public final class ScheduledEvent implements Outages.Thing {

  private final Maintenance rule;
  private final GroupKeeper group;
  private final boolean canStop;
  private final Stream luck;
  private final Tally tally;
  private final Recorder recorder;
  private List<Instance> chosen = List.of();

  /**
   * Makes what carries an event out.
   *
   * @param canStop false when they start from disks of their host, which end with it
   */
  public ScheduledEvent(
      Maintenance rule,
      GroupKeeper group,
      boolean canStop,
      Stream luck,
      Tally tally,
      Recorder recorder) {
    this.rule = rule;
    this.group = group;
    this.canStop = canStop;
    this.luck = luck;
    this.tally = tally;
    this.recorder = recorder;
  }

  @Override
  public long noticeNanos() {
    return rule.notice().toNanos();
  }

  @Override
  public void noticed(long now) {
    chosen = Struck.share(group, rule.share(), luck);
    log(now, EventLog.Kind.UNHEALTHY, word() + " of " + chosen.size() + " instances is announced");
  }

  private String word() {
    return rule.event() == Event.REBOOT ? "reboot" : "retirement";
  }

  @Override
  public void goesDown(long now) {
    if (rule.notice().isZero()) {
      noticed(now);
    }
    List<Instance> there = chosen.stream().filter(Instance::isInService).toList();
    tally.took(there.size(), now);
    for (Instance instance : there) {
      if (rule.event() == Event.REBOOT) {
        group.activities().reboots().add(now);
        instance.group().power().reboot(instance, now, rule.name());
      } else if (canStop) {
        group.activities().stops().add(now);
        instance.group().power().stop(instance, 0, now, rule.name());
      } else {
        group.evict(instance, now, rule.name());
      }
    }
  }

  @Override
  public void comesBack(long now) {
    for (Instance instance : chosen) {
      if (instance.state() == State.STOPPED) {
        group.activities().starts().add(now);
        instance.group().power().start(instance, instance.type(), now, rule.name());
      }
    }
    chosen = List.of();
  }

  private void log(long now, EventLog.Kind kind, String what) {
    recorder.happened(now, kind, "groups." + rule.of(), what, rule.name());
  }
}
