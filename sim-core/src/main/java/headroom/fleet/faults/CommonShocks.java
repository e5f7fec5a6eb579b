package headroom.fleet.faults;

import headroom.fault.CommonCause;
import headroom.fault.InstanceFailures;
import headroom.fleet.scaling.GroupKeeper;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Exponential;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;

/** Strikes several instances of a group at once, as a Poisson process. */
public final class CommonShocks {

  private static final double NANOS = 1e9;

  private final InstanceFailures rule;
  private final CommonCause common;
  private final GroupKeeper group;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Sampler gap;
  private final Stream gaps;
  private final Stream victims;
  private final long endNanos;
  private long count;

  public CommonShocks(
      InstanceFailures rule,
      CommonCause common,
      GroupKeeper group,
      Chance chance,
      Simulation simulation,
      Recorder recorder,
      long endNanos) {
    this.rule = rule;
    this.common = common;
    this.group = group;
    this.simulation = simulation;
    this.recorder = recorder;
    this.endNanos = endNanos;
    // Each strikes an instance with probability takes: so its share of the failures comes out.
    double mean = rule.timeToFailure().mean() * common.takes() / common.share();
    this.gap = new Exponential(mean).sampler();
    Stream luck = chance.of(rule.of(), "common-cause").of(rule.name());
    this.gaps = luck.of("gap");
    this.victims = luck.of("victims");
  }

  /** Lets the next shock come, if the run still goes on then. */
  public void schedule(long now) {
    double nanos = gap.sample(gaps.at(count)) * NANOS;
    if (nanos <= endNanos - now) {
      simulation.at(now + (long) nanos, Phase.CHANGE, this::strike);
    }
  }

  private void strike(long now) {
    long shock = count++;
    recorder.happened(
        now, EventLog.Kind.FAILURE, "groups." + rule.of(), "common cause", rule.name());
    Struck.crash(
        group,
        one -> one.isInService() && victims.at(shock, one.place()) < common.takes(),
        rule.name(),
        now);
    schedule(now);
  }
}
