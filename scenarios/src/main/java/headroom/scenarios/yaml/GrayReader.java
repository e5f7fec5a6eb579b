package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.fault.Ageing;
import headroom.fault.Ageing.Restart;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.GrayFailure.Kind;
import headroom.fault.PacketLoss;
import headroom.fault.Scripted;
import headroom.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
    Given<Double> requests = map.or("lost-requests", PERCENT, "0%");
    Given<Double> answers = map.or("lost-answers", PERCENT, "0%");
    node.session()
        .asked(PacketLoss.class, new TreeSet<>(List.of("lost-requests", "lost-answers")));
    TimingReader timing = TimingReader.of(map, node, "2h");
    return map.build(
        GrayFailure.class,
        () -> grayProblems(timing, share, speed, errors, requests, answers),
        () -> new GrayFailure(
            name.get(),
            Kind.GRAY,
            of.get(),
            share.get(),
            speed.get(),
            errors.get(),
            new PacketLoss(requests.get(), answers.get()),
            timing.get().get()));
  }

  private static List<Problem> grayProblems(
      TimingReader timing,
      Given<Double> share,
      Given<Double> speed,
      Given<Double> errors,
      Given<Double> requests,
      Given<Double> answers) {
    List<Problem> lost = PacketLoss.problems(requests.get(), answers.get());
    PacketLoss loss =
        lost.isEmpty() ? new PacketLoss(requests.get(), answers.get()) : new PacketLoss(1, 1);
    return FailureReader.both(
        timing.problems().get(),
        FailureReader.both(
            lost, GrayFailure.problems(share.get(), speed.get(), errors.get(), loss)));
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
    if (map.has("response")) {
      TimingReader timing = TimingReader.of(map, node, "15m");
      return map.build(
          GrayFailure.class,
          () -> FailureReader.both(
              timing.problems().get(),
              GrayFailure.problems(share.get(), speed.get(), errors.get(), PacketLoss.NONE)),
          () -> new GrayFailure(
              name.get(),
              Kind.DEPLOY,
              of.get(),
              share.get(),
              speed.get(),
              errors.get(),
              timing.get().get()));
    }
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
            GrayFailure.problems(
                share.get(), speed.get(), errors.get(), PacketLoss.NONE)),
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

  static Read<Failure> dependency(Node node) {
    MapReader map =
        MapReader.of(node, "{of: web, share: 30%, errors: 50%, slower: 2s, at: 1d, lasts: 2h}");
    Given<String> of = FailureReader.group(map, node);
    Given<String> name = map.or("name", NAME, "dependency-" + of.value().orElse("x"));
    Given<Double> share = map.or("share", PERCENT, "100%");
    Given<Double> errors = map.or("errors", PERCENT, "0%");
    Given<Duration> slower = map.or("slower", DURATION, "0s");
    TimingReader timing = TimingReader.of(map, node, "2h");
    return map.build(
        DependencyFailure.class,
        () -> FailureReader.both(
            timing.problems().get(),
            DependencyFailure.problems(share.get(), errors.get(), slower.get())),
        () -> new DependencyFailure(
            name.get(),
            of.get(),
            share.get(),
            errors.get(),
            slower.get(),
            timing.get().get()));
  }

  static Read<Failure> ageing(Node node) {
    MapReader map = MapReader.of(
        node, "{of: web, after: 6h, over: 18h, speed: 40%, restart: {age: 24h, takes: 30s}}");
    Given<String> of = FailureReader.group(map, node);
    Given<String> name = map.or("name", NAME, "ageing-" + of.value().orElse("x"));
    Given<Duration> after = map.or("after", DURATION, "0s");
    Given<Duration> over = map.required("over", DURATION, "18h");
    Given<Double> speed = map.required("speed", PERCENT, "40%");
    Reader<Restart> reader = GrayReader::restart;
    Given<Optional<Restart>> restart = map.maybe("restart", reader);
    return map.build(
        Ageing.class,
        () -> Ageing.problems(after.get(), over.get(), speed.get()),
        () -> new Ageing(
            name.get(), of.get(), after.get(), over.get(), speed.get(), restart.get()));
  }

  private static Read<Restart> restart(Node node) {
    MapReader map = MapReader.of(node, "{age: 24h, takes: 30s}");
    Given<Duration> age = map.required("age", DURATION, "24h");
    Given<Duration> takes = map.required("takes", DURATION, "30s");
    return map.build(
        Restart.class,
        () -> Restart.problems(age.get(), takes.get()),
        () -> new Restart(age.get(), takes.get()));
  }
}
