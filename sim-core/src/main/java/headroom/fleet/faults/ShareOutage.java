package headroom.fleet.faults;

import headroom.fault.InstanceOutages;
import headroom.fleet.instances.Instance;
import headroom.fleet.scaling.GroupKeeper;
import headroom.random.Stream;
import java.util.List;

/** Takes a share of a group's instances down, and repairs those that nobody has replaced. */
public final class ShareOutage implements Outages.Thing {

  private final InstanceOutages rule;
  private final GroupKeeper group;
  private final Stream luck;
  private final Tally tally;

  public ShareOutage(InstanceOutages rule, GroupKeeper group, Stream luck, Tally tally) {
    this.rule = rule;
    this.group = group;
    this.luck = luck;
    this.tally = tally;
  }

  @Override
  public void goesDown(long now) {
    List<Instance> hit = Struck.share(group, rule.share(), luck);
    tally.took(Struck.crash(group, hit::contains, rule.name(), now), now);
  }

  @Override
  public void comesBack(long now) {
    Struck.repair(group, one -> true, rule.name(), now);
  }
}
