package headroom.fleet.faults;

import headroom.fault.CommonCause;
import headroom.fault.InstanceFailures;
import headroom.fleet.instances.Sites;
import headroom.fleet.scaling.GroupKeeper;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Recorder;
import headroom.spec.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets the instances of a group fail, each by itself and by common causes, and repairs them. */
public final class Wear {

  private final InstanceFailures rule;
  private final Scenario scenario;
  private final Sites sites;
  private final Map<String, GroupKeeper> groups;
  private final Chance chance;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Tally tally;

  /** Makes what carries a rule out, among all groups there are. */
  public Wear(
      InstanceFailures rule,
      Scenario scenario,
      Sites sites,
      Map<String, GroupKeeper> groups,
      Chance chance,
      Simulation simulation,
      Recorder recorder,
      Tally tally) {
    this.rule = rule;
    this.scenario = scenario;
    this.sites = sites;
    // By name: who is struck first must not depend on the order in the file.
    this.groups = new TreeMap<>(groups);
    this.chance = chance;
    this.simulation = simulation;
    this.recorder = recorder;
    this.tally = tally;
  }

  /** Begins at time zero. */
  public void start(GroupKeeper group) {
    if (rule.bias().isEmpty()) {
      new InstanceCrashes(rule, group.instances(), chance, simulation, endNanos()).begin();
    }
    Map<GroupKeeper, CrashRepairs> repairs = struck(group).stream()
        .collect(Collectors.toMap(
            Function.identity(), this::repairs, (one, same) -> one, LinkedHashMap::new));
    repairs.forEach((each, mends) -> each.instances().listen(mends));
    rule.common().ifPresent(common -> shocks(common, repairs));
  }

  /** Whose instances it may take: its own group's, or of all who share its places. */
  private List<GroupKeeper> struck(GroupKeeper group) {
    return rule.common().map(CommonCause::others).orElse(false)
        ? List.copyOf(groups.values())
        : List.of(group);
  }

  private CrashRepairs repairs(GroupKeeper group) {
    String name = group.instances().name();
    Stream luck = chance.of(rule.of(), "lifetime").of(rule.name()).of("repair");
    Stream own = name.equals(rule.of()) ? luck : luck.of(name);
    return new CrashRepairs(rule, own, simulation, tally, endNanos());
  }

  private void shocks(CommonCause common, Map<GroupKeeper, CrashRepairs> repairs) {
    Stream luck = chance.of(rule.of(), "common-cause").of(rule.name());
    List<GroupKeeper> struck = List.copyOf(repairs.keySet());
    Subtrees.of(common, scenario.group(rule.of()), scenario, sites, struck).forEach(subtree -> {
      Stream own = common.level() == CommonCause.Level.GROUP ? luck : luck.of(subtree.node());
      new CommonShocks(rule, common, subtree, repairs, own, simulation, recorder, endNanos())
          .schedule(0);
    });
  }

  private long endNanos() {
    return scenario.window().toNanos();
  }
}
