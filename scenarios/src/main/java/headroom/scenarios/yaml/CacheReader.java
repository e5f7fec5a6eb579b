package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.workload.Cache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the cache in front of a call. */
final class CacheReader {

  static final Reader<Cache> READER = Reader.withStandIns(CacheReader::read, any(), any());

  private static final Map<String, Boolean> STARTS =
      Words.of("warm", false).and("cold", true).table();

  private CacheReader() {}

  private static Cache any() {
    return new Cache(0, 1, Optional.empty(), false);
  }

  private static Read<Cache> read(Node node) {
    MapReader map = MapReader.of(node, "{hit-ratio: 90%, entries: 10000, ttl: 10m}");
    Given<Double> hitRatio = map.required("hit-ratio", PERCENT, "90%");
    Given<Integer> entries = map.required("entries", WHOLE, "10000");
    Given<Optional<Duration>> ttl = map.assume(
        "ttl", Scalars.orWord(DURATION, "never"), "never", "an entry is never forgotten");
    Given<Boolean> starts = map.assume(
        "starts", Scalars.word("start", STARTS), "warm", "the cache is full at time zero");
    return map.build(
        Cache.class,
        () -> Cache.problems(hitRatio.get(), entries.get(), ttl.get()),
        () -> new Cache(hitRatio.get(), entries.get(), ttl.get(), starts.get()));
  }
}
