package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.fault.CommonCause;
import headroom.fault.CommonCause.Level;
import headroom.random.Distribution;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads what strikes several instances together. */
final class CommonCauseReader {

  private static final Map<String, Level> LEVELS = Words.of("group", Level.GROUP)
      .and("host", Level.HOST)
      .and("rack", Level.RACK)
      .and("zone", Level.ZONE)
      .and("region", Level.REGION)
      .and("provider", Level.PROVIDER)
      .table();

  private CommonCauseReader() {}

  static Read<CommonCause> read(Node node) {
    MapReader map = MapReader.of(node, "{share: 10%, takes: 100%, level: rack}");
    Given<Double> share = map.required("share", PERCENT, "10%");
    Given<Double> takes = map.or("takes", PERCENT, "100%");
    Given<Level> level = map.or("level", Scalars.word("level", LEVELS), "group");
    Given<Boolean> others = map.or("others", BOOLEAN, "false");
    Given<Duration> over = map.or("over", DURATION, "0s");
    Reader<Distribution> law = DistributionReader.READER;
    Given<Optional<Distribution>> repair = map.maybe("time-to-repair", law);
    return map.build(
        CommonCause.class,
        () -> CommonCause.problems(
            share.get(), takes.get(), level.get(), others.get(), over.get(), repair.get()),
        () -> new CommonCause(
            share.get(), takes.get(), level.get(), others.get(), over.get(), repair.get()));
  }
}
