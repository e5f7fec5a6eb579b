package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.GrayFailure.Kind;
import headroom.fault.Scripted;
import headroom.problem.Problem;
import java.time.Duration;

/** Reads failures in which instances run on and serve badly. */
final class GrayReader {

  private GrayReader() {}

  static Read<Failure> gray(Node node) {
    MapReader map =
        MapReader.of(node, "{of: web, share: 30%, speed: 25%, errors: 5%, at: 1d, lasts: 2h}");
    Given<String> of = FailureReader.group(map, node);
    Given<String> name = map.or("name", NAME, "gray-" + of.value().orElse("x"));
    Given<Double> share = map.or("share", PERCENT, "100%");
    Given<Double> speed = map.or("speed", PERCENT, "100%");
    Given<Double> errors = map.or("errors", PERCENT, "0%");
    TimingReader timing = TimingReader.of(map, node, "2h");
    return map.build(
        GrayFailure.class,
        () -> FailureReader.both(
            timing.problems().get(), GrayFailure.problems(share.get(), speed.get(), errors.get())),
        () -> new GrayFailure(
            name.get(),
            Kind.GRAY,
            of.get(),
            share.get(),
            speed.get(),
            errors.get(),
            timing.get().get()));
  }

  /** From the roll-out until somebody has noticed, and the roll-back is over. */
  static Read<Failure> deploy(Node node) {
    MapReader map = MapReader.of(
        node, "{of: web, share: 10%, errors: 30%, at: 1d, noticed: 5m, roll-back: 10m}");
    Given<String> of = FailureReader.group(map, node);
    Given<String> name = map.or("name", NAME, "deploy-" + of.value().orElse("x"));
    Given<Double> share = map.or("share", PERCENT, "100%");
    Given<Double> speed = map.or("speed", PERCENT, "100%");
    Given<Double> errors = map.or("errors", PERCENT, "0%");
    Given<Duration> at = map.required("at", DURATION, "1d");
    Given<Duration> noticed = map.required("noticed", DURATION, "5m");
    Given<Duration> back = map.required("roll-back", DURATION, "10m");
    return map.build(
        GrayFailure.class,
        () -> FailureReader.both(
            Scripted.problems(at.get(), noticed.get().plus(back.get())).stream()
                .map(problem -> problem.field().equals("lasts")
                    ? new Problem("roll-back", problem.what(), "for example 10m")
                    : problem)
                .toList(),
            GrayFailure.problems(share.get(), speed.get(), errors.get())),
        () -> new GrayFailure(
            name.get(),
            Kind.DEPLOY,
            of.get(),
            share.get(),
            speed.get(),
            errors.get(),
            new Scripted(at.get(), noticed.get().plus(back.get()))));
  }

  static Read<Failure> certificate(Node node) {
    MapReader map = MapReader.of(node, "{of: web, at: 1d, lasts: 2h}");
    Given<String> of = FailureReader.group(map, node);
    Given<String> name = map.or("name", NAME, "certificate-" + of.value().orElse("x"));
    TimingReader timing = TimingReader.of(map, node, "2h");
    return map.build(
        GrayFailure.class,
        timing.problems(),
        () -> new GrayFailure(
            name.get(), Kind.CERTIFICATE, of.get(), 1, 1, 1, timing.get().get()));
  }
}
