package headroom.fleet.faults;

import headroom.fault.Maintenance;
import headroom.fleet.instances.Instance;
import headroom.fleet.scaling.GroupKeeper;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.List;

/** Lets instances go in good order before they are taken for a while. */
public final class MaintenanceWork implements Outages.Thing {

  private final Maintenance rule;
  private final GroupKeeper group;
  private final Stream luck;
  private final Tally tally;
  private final Recorder recorder;
  private List<Instance> chosen = List.of();

  public MaintenanceWork(
      Maintenance rule, GroupKeeper group, Stream luck, Tally tally, Recorder recorder) {
    this.rule = rule;
    this.group = group;
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
    tally.took(chosen.size(), now);
    log(now, EventLog.Kind.FAILURE, "maintenance of " + chosen.size() + " instances is announced");
    for (Instance instance : chosen) {
      group.servers().loses(rule.name());
      if (group.replaces()) {
        group.makeRoom(instance, now, rule.name());
      } else {
        group.instances().vacate(instance, now, rule.name());
      }
    }
  }

  @Override
  public void goesDown(long now) {
    if (rule.notice().isZero()) {
      chosen = Struck.share(group, rule.share(), luck);
      tally.took(chosen.size(), now);
      log(now, EventLog.Kind.FAILURE, "maintenance of " + chosen.size() + " instances");
    }
    Struck.crash(group, chosen::contains, rule.name(), now);
  }

  @Override
  public void comesBack(long now) {
    log(now, EventLog.Kind.REPAIR, "maintenance is over");
    Struck.repair(group, one -> true, rule.name(), now);
    chosen = List.of();
  }

  private void log(long now, EventLog.Kind kind, String what) {
    recorder.happened(now, kind, "groups." + rule.of(), what, rule.name());
  }
}
