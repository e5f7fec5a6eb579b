package headroom.fleet.instances;

import headroom.random.Chance;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.spec.LifecycleHook;
import headroom.spec.LifecycleHook.Outcome;
import headroom.spec.LifecycleHook.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the hooks of one moment keep an instance waiting. All wait at once; the first that is
 * abandoned ends the wait of the others.
 */
public final class HookWaits {

  private record Wait(LifecycleHook rule, Sampler takes, Stream luck, Stream failureLuck) {
    Outcome outcome(int ordinal) {
      return rule.outcome(
          takes.sample(luck.at(ordinal)), failureLuck.at(ordinal) < rule.fails());
    }
  }

  private final List<Wait> waits = new ArrayList<>();

  public HookWaits(List<LifecycleHook> hooks, String group, Chance chance) {
    for (LifecycleHook hook : hooks) {
      Stream luck = chance.of(group, "lifecycle-hook").of(hook.name());
      waits.add(new Wait(hook, hook.takes().sampler(), luck, luck.of("failure")));
    }
  }

  /** No hook at all. */
  public static HookWaits none(Chance chance) {
    return new HookWaits(List.of(), "", chance);
  }

  public boolean isEmpty() {
    return waits.isEmpty();
  }

  /** What comes of all of them together. */
  public Outcome of(int ordinal) {
    long longest = 0;
    long abandoned = Long.MAX_VALUE;
    for (Wait wait : waits) {
      Outcome outcome = wait.outcome(ordinal);
      longest = Math.max(longest, outcome.nanos());
      if (outcome.result() == Result.ABANDON) {
        abandoned = Math.min(abandoned, outcome.nanos());
      }
    }
    return abandoned == Long.MAX_VALUE
        ? new Outcome(longest, Result.CONTINUE)
        : new Outcome(abandoned, Result.ABANDON);
  }
}
