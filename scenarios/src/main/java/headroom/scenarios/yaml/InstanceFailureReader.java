package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.fault.CommonCause;
import headroom.fault.Failure;
import headroom.fault.InstanceFailures;
import headroom.fault.InstanceOutages;
import headroom.fault.InstanceReplay;
import headroom.fault.Outage;
import headroom.fault.ProcessFailures;
import headroom.fault.Response;
import headroom.random.Distribution;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads failures of single instances: by their lifetimes, at a moment, or from a record. */
final class InstanceFailureReader {

  /** Which of its status checks finds a broken instance: of its host, or of itself. */
  private static final Map<String, Boolean> CHECKS =
      Words.of("system-check", false).and("instance-check", true).table();

  private static final String EXAMPLE = "{of: web, time-to-failure: {exponential: {mean: 60d}}}";

  private InstanceFailureReader() {}

  static Read<Failure> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<String> of = FailureReader.group(map, node);
    Given<String> name = map.or("name", NAME, "instances-" + of.value().orElse("x"));
    if (map.has("trace")) {
      return replay(map, name, of);
    }
    return map.has("at") || map.has("lasts") || map.has("share")
        ? outages(map, node, name, of)
        : lifetimes(map, node, name, of);
  }

  private static Read<Failure> lifetimes(
      MapReader map, Node node, Given<String> name, Given<String> of) {
    Optional<FailurePresets.Preset> preset = TimingReader.preset(map);
    Given<Distribution> time = TimingReader.timeToFailure(map, preset);
    Reader<Response> attended = ResponseReader::read;
    Given<Optional<Response>> response = map.maybe("response", attended);
    if (map.has("response")) {
      TimingReader.notBoth(map, node);
    }
    Given<Optional<Distribution>> repair = map.has("response")
        ? map.known(Optional.<Distribution>empty())
        : TimingReader.maybeTimeToRepair(map, preset);
    Reader<CommonCause> reader = CommonCauseReader::read;
    Given<Optional<CommonCause>> common = map.maybe("common", reader);
    Given<Boolean> ofGuest = map.or("fails", Scalars.word("status check", CHECKS), "system-check");
    return map.build(
        InstanceFailures.class,
        () -> InstanceFailures.problems(time.get(), repair.get()),
        () -> new InstanceFailures(
            name.get(),
            of.get(),
            time.get(),
            repair.get(),
            response.get(),
            node.session().start,
            common.get(),
            ofGuest.get(),
            Optional.empty()));
  }

  static Read<Failure> processes(Node node) {
    MapReader map =
        MapReader.of(node, "{of: web, time-to-failure: {exponential: {mean: 7d}}, restart: 10s}");
    Given<String> of = FailureReader.group(map, node);
    Given<String> name = map.or("name", NAME, "processes-" + of.value().orElse("x"));
    Given<Distribution> time =
        map.required("time-to-failure", DistributionReader.READER, "{exponential: {mean: 7d}}");
    Given<Distribution> restart = map.required("restart", DistributionReader.READER, "10s");
    return map.build(
        ProcessFailures.class,
        () -> ProcessFailures.problems(time.get(), restart.get()),
        () -> new ProcessFailures(name.get(), of.get(), time.get(), restart.get()));
  }

  private static Read<Failure> outages(
      MapReader map, Node node, Given<String> name, Given<String> of) {
    Given<Double> share = map.or("share", PERCENT, "100%");
    TimingReader timing = TimingReader.of(map, node, "10m");
    return map.build(
        InstanceOutages.class,
        () -> FailureReader.both(timing.problems().get(), InstanceOutages.problems(share.get())),
        () ->
            new InstanceOutages(name.get(), of.get(), share.get(), timing.get().get()));
  }

  private static Read<Failure> replay(MapReader map, Given<String> name, Given<String> of) {
    Reader<List<List<Outage>>> reader = OutageTraceReader::nodes;
    Given<List<List<Outage>>> nodes =
        map.required("trace", reader, "{file: outages.csv, node: node, from: start, to: end}");
    return map.build(
        InstanceReplay.class,
        () -> InstanceReplay.problems(nodes.get()),
        () -> new InstanceReplay(name.get(), of.get(), nodes.get()));
  }
}
