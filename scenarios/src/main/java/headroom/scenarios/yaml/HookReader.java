package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.random.Distribution;
import headroom.spec.LifecycleHook;
import headroom.spec.LifecycleHook.Result;
import headroom.spec.LifecycleHook.Transition;
import java.time.Duration;
import java.util.Map;

/** Reads lifecycle hooks. */
final class HookReader {

  static final String EXAMPLE = "{name: register, on: launch, takes: 90s, heartbeat-timeout: 5m}";

  private static final Map<String, Transition> TRANSITIONS = Words.of("launch", Transition.LAUNCH)
      .and("terminate", Transition.TERMINATE)
      .table();

  private static final Map<String, Result> RESULTS =
      Words.of("abandon", Result.ABANDON).and("continue", Result.CONTINUE).table();

  private HookReader() {}

  static Read<LifecycleHook> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<String> name = map.required("name", NAME, "register");
    Given<Transition> on =
        map.required("on", Scalars.word("transition", TRANSITIONS), "launch");
    Given<Distribution> takes = map.required("takes", DistributionReader.READER, "90s");
    Given<Double> fails = map.or("fails", PERCENT, "0%");
    Given<Duration> timeout = map.required("heartbeat-timeout", DURATION, "5m");
    Given<Boolean> heartbeats = map.or("heartbeats", BOOLEAN, "false");
    Given<Result> result = map.or("default-result", Scalars.word("result", RESULTS), "abandon");
    return map.build(
        LifecycleHook.class,
        () -> LifecycleHook.problems(fails.get(), timeout.get()),
        () -> new LifecycleHook(
            name.get(),
            on.get(),
            takes.get(),
            fails.get(),
            timeout.get(),
            heartbeats.get(),
            result.get()));
  }
}
