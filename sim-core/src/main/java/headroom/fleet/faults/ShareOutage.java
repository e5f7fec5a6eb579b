package headroom.fleet.faults;

import headroom.fault.InstanceOutages;
import headroom.fleet.instances.Instance;
import headroom.fleet.scaling.GroupKeeper;
import headroom.random.Stream;
import java.util.Comparator;
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
    List<Instance> there = group.instances().live().stream()
        .filter(Instance::isInService)
        .sorted(Comparator.<Instance>comparingDouble(one -> luck.at(one.place()))
            .thenComparingInt(Instance::ordinal))
        .toList();
    long many = Math.max(1, Math.round(rule.share() * there.size()));
    List<Instance> hit = there.stream().limit(many).toList();
    tally.took(Struck.crash(group, hit::contains, rule.name(), now), now);
  }

  @Override
  public void comesBack(long now) {
    Struck.repair(group, one -> true, rule.name(), now);
  }
}
