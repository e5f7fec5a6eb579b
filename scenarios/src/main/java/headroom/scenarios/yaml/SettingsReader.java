package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.Durations;
import headroom.spec.Monitoring;
import headroom.spec.ScalingSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what holds for all scaling of a group: fields of the group itself. */
final class SettingsReader {

  private static final Map<String, Boolean> MONITORING =
      Words.of("detailed", true).and("basic", false).table();

  private final Node node;
  private final MapReader map;
  private final Given<Duration> cooldown;
  private final Given<Optional<Duration>> warmUp;
  private final Given<Boolean> detailed;
  private final Given<Duration> lag;

  SettingsReader(MapReader map, Node node) {
    this.map = map;
    this.node = node;
    cooldown =
        map.or("default-cooldown", DURATION, Durations.text(ScalingSettings.DEFAULT_COOLDOWN));
    warmUp = map.maybe("default-instance-warmup", DURATION);
    detailed = told(
        "monitoring",
        Scalars.word("monitoring", MONITORING),
        "detailed",
        "a point a minute of each instance");
    lag = told(
        "monitoring-lag",
        DURATION,
        Durations.text(Monitoring.DEFAULT.lag()),
        "how late alarms see a point; AWS does not publish it");
  }

  /** What monitoring is like matters to those who react to it. */
  private <T> Given<T> told(String name, Reader<T> reader, String otherwise, String why) {
    return map.has("scaling")
        ? map.assume(name, reader, otherwise, why)
        : map.or(name, reader, otherwise);
  }

  List<Problem> problems() {
    return Problems.of()
        .addAll("", ScalingSettings.problems(cooldown.get(), warmUp.get()))
        .addAll(
            "",
            Monitoring.problems(lag.get()).stream().map(SettingsReader::ofLag).toList())
        .list();
  }

  private static Problem ofLag(Problem problem) {
    return new Problem("monitoring-" + problem.field(), problem.what(), problem.cure());
  }

  ScalingSettings settings() {
    node.session().asked(ScalingSettings.class, map.asked());
    node.session().asked(Monitoring.class, map.asked());
    return new ScalingSettings(
        cooldown.get(), warmUp.get(), new Monitoring(detailed.get(), lag.get()));
  }
}
