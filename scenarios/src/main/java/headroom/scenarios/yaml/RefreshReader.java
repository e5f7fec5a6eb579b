package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import headroom.spec.InstanceRefresh;
import headroom.spec.InstanceRefresh.Protected;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads instance refreshes. */
final class RefreshReader {

  static final String EXAMPLE = "{at: 1d, image: new-ami, min-healthy: 90%}";

  private static final Map<String, Protected> PROTECTED = Words.of("wait", Protected.WAIT)
      .and("ignore", Protected.IGNORE)
      .and("refresh", Protected.REFRESH)
      .table();

  private RefreshReader() {}

  static Read<InstanceRefresh> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<Duration> at = map.required("at", DURATION, "1d");
    Given<Optional<String>> image = map.maybe("image", NAME);
    image
        .value()
        .flatMap(known -> known)
        .ifPresent(known -> node.refers(node.path().name("image"), Reference.Kind.IMAGE, known));
    Given<Double> min =
        map.or("min-healthy", PERCENT, Percents.text(InstanceRefresh.DEFAULT_MIN_HEALTHY));
    Given<Double> max = map.or("max-healthy", PERCENT, "100%");
    Given<Boolean> skip = map.or("skip-matching", BOOLEAN, "false");
    Given<List<Double>> checkpoints =
        map.or("checkpoints", PERCENT.list("[10%, 50%, 100%]"), Tree.list(List.of()));
    Given<Duration> delay = map.or(
        "checkpoint-delay", DURATION, Durations.text(InstanceRefresh.DEFAULT_CHECKPOINT_DELAY));
    Given<Optional<Duration>> warmUp = map.maybe("warm-up", DURATION);
    Given<Protected> scaleInProtected = map.or(
        "scale-in-protected", Scalars.word("treatment of protected instances", PROTECTED), "wait");
    Given<List<String>> alarms =
        map.or("alarms", NAME.list("[cpu-high]"), Tree.list(List.of()));
    node.refersToAll("alarms", Reference.Kind.ALARM, alarms);
    Given<Boolean> rollback = map.or("auto-rollback", BOOLEAN, "false");
    return map.build(
        InstanceRefresh.class,
        () -> InstanceRefresh.problems(
            at.get(), min.get(), max.get(), checkpoints.get(), delay.get(), warmUp.get()),
        () -> new InstanceRefresh(
            at.get(),
            image.get(),
            min.get(),
            max.get(),
            skip.get(),
            checkpoints.get(),
            delay.get(),
            warmUp.get(),
            scaleInProtected.get(),
            alarms.get(),
            rollback.get()));
  }
}
