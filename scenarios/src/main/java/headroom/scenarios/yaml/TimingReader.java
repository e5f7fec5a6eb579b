package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;

import headroom.fault.Attended;
import headroom.fault.Recurring;
import headroom.fault.Replayed;
import headroom.fault.Response;
import headroom.fault.Scripted;
import headroom.fault.Timing;
import headroom.problem.Problem;
import headroom.random.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Reads when a failure strikes, from fields of its own map: {@code at} and {@code lasts}, or {@code
 * time-to-failure} and {@code time-to-repair} (or {@code like}), or a {@code trace}.
 *
 * @param problems what is wrong with it; to be asked once its fields are there
 * @param get the timing
 */
record TimingReader(Supplier<List<Problem>> problems, Supplier<Timing> get) {

  private static final List<String> FORMS = List.of("at", "time-to-failure", "like", "trace");

  static TimingReader of(MapReader map, Node node, String lasts) {
    List<String> said = FORMS.stream().filter(map::has).toList();
    if (said.contains("trace")) {
      return replayed(map, node, said);
    }
    if (map.has("response")) {
      return attended(map, node, said);
    }
    return said.contains("like") || said.contains("time-to-failure")
        ? recurring(map, node, said)
        : scripted(map, node, lasts);
  }

  private static TimingReader scripted(MapReader map, Node node, String example) {
    Given<Duration> at = map.required("at", DURATION, "1d6h");
    Given<Duration> lasts = map.required("lasts", DURATION, example);
    node.session().asked(Scripted.class, new TreeSet<>(List.of("at", "lasts")));
    return new TimingReader(
        () -> Scripted.problems(at.get(), lasts.get()), () -> new Scripted(at.get(), lasts.get()));
  }

  /** Somebody mends it, however long that takes. */
  private static TimingReader attended(MapReader map, Node node, List<String> said) {
    notBoth(map, node);
    boolean isRandom = said.contains("like") || said.contains("time-to-failure");
    Optional<FailurePresets.Preset> preset = isRandom ? preset(map) : Optional.empty();
    Given<Optional<Duration>> at = isRandom
        ? map.maybe("at", DURATION)
        : map.required("at", DURATION, "1d6h").map(Optional::of);
    Given<Optional<Distribution>> up = isRandom
        ? timeToFailure(map, preset).map(Optional::of)
        : map.known(Optional.<Distribution>empty());
    Reader<Response> reader = ResponseReader::read;
    Given<Response> response = map.required("response", reader, ResponseReader.EXAMPLE);
    node.session()
        .asked(Attended.class, new TreeSet<>(List.of("at", "time-to-failure", "response")));
    return new TimingReader(
        () -> Attended.problems(at.get(), up.get()),
        () -> new Attended(at.get(), up.get(), response.get(), node.session().start));
  }

  /** What somebody mends takes as long as they take. */
  static void notBoth(MapReader map, Node node) {
    if (map.has("lasts") || map.has("time-to-repair")) {
      node.complain("must say how long it takes or who mends it (response), not both");
      map.maybe("lasts", DURATION);
      map.maybe("time-to-repair", DistributionReader.READER);
    }
  }

  private static TimingReader recurring(MapReader map, Node node, List<String> said) {
    if (said.contains("at")) {
      node.complain("must say one moment (at, lasts) or times at random, not both");
      map.maybe("at", DURATION);
    }
    Optional<FailurePresets.Preset> preset = preset(map);
    Given<Distribution> up = timeToFailure(map, preset);
    Given<Distribution> down = timeToRepair(map, preset);
    node.session()
        .asked(Recurring.class, new TreeSet<>(List.of("time-to-failure", "time-to-repair")));
    return new TimingReader(
        () -> Recurring.problems(up.get(), down.get()), () -> new Recurring(up.get(), down.get()));
  }

  /** The published model that a failure is said to be like. */
  static Optional<FailurePresets.Preset> preset(MapReader map) {
    Given<Optional<FailurePresets.Preset>> like =
        map.maybe("like", Scalars.word("published model", FailurePresets.TABLE));
    // Of a name that nobody knows, one complaint is enough.
    return like.value().orElse(Optional.of(FailurePresets.ANY));
  }

  static Given<Distribution> timeToFailure(MapReader map, Optional<FailurePresets.Preset> preset) {
    String example = "{exponential: {mean: 60d}}";
    return preset
        .map(like -> map.or("time-to-failure", DistributionReader.READER, like.failure()))
        .orElseGet(() -> map.required("time-to-failure", DistributionReader.READER, example));
  }

  private static Given<Distribution> timeToRepair(
      MapReader map, Optional<FailurePresets.Preset> preset) {
    String example = "{lognormal: {mean: 2h, cv: 1}}";
    return preset
        .map(like -> map.or("time-to-repair", DistributionReader.READER, like.repair()))
        .orElseGet(() -> map.required("time-to-repair", DistributionReader.READER, example));
  }

  /** The time to repair of something that need not be repaired. */
  static Given<Optional<Distribution>> maybeTimeToRepair(
      MapReader map, Optional<FailurePresets.Preset> preset) {
    Reader<Distribution> reader = DistributionReader.READER;
    return preset
        .map(like -> map.or("time-to-repair", reader.map(Optional::of), like.repair()))
        .orElseGet(() -> map.maybe("time-to-repair", reader));
  }

  private static TimingReader replayed(MapReader map, Node node, List<String> said) {
    if (said.size() > 1) {
      node.complain("must say when by a trace or otherwise, not both");
      map.maybe("at", DURATION);
      map.maybe("lasts", DURATION);
      map.maybe("like", Scalars.word("published model", FailurePresets.TABLE));
      map.maybe("time-to-failure", DistributionReader.READER);
    }
    Reader<Replayed> reader = OutageTraceReader::one;
    Given<Replayed> trace = map.required("trace", reader, OutageTraceReader.EXAMPLE);
    return new TimingReader(List::of, trace::get);
  }
}
