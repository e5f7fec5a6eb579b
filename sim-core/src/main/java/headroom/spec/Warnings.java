package headroom.spec;

import headroom.fault.Failure;
import headroom.fault.InstanceFailures;
import headroom.fault.Recurring;
import headroom.fault.Scripted;
import headroom.fault.TimedFailure;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import headroom.workload.Client;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be run, but is most likely not what was meant: timeouts that do not fit together,
 * rules that can never do anything, and repairs that the run does not see.
 */
final class Warnings {

  private final Draft draft;
  private final Patience patience;
  private final NeverInTime never;
  private final Problems found = Problems.of();

  private Warnings(Draft draft) {
    this.draft = draft;
    CallGraph graph = CallGraph.of(draft);
    this.patience = new Patience(graph, found);
    this.never = new NeverInTime(draft, graph, found);
  }

  static List<Problem> of(Draft draft) {
    Warnings warnings = new Warnings(draft);
    List<Group> groups =
        draft.groups().values().stream().flatMap(Optional::stream).toList();
    draft.workloads().values().stream()
        .flatMap(Optional::stream)
        .forEach(w -> warnings.client("workloads." + w.name() + ".client", w.client(), w.to()));
    draft.loadBalancers().values().stream().flatMap(Optional::stream).forEach(warnings::balancer);
    for (Group group : groups) {
      PlacedCall.of(group.name(), group.serves())
          .forEach(placed ->
              warnings.client(placed.at(), placed.call().client(), placed.call().to()));
    }
    groups.forEach(warnings.patience::check);
    draft.lasts().ifPresent(warnings::repairs);
    return warnings.found.list();
  }

  /** What is mended only after the run is down to its end. */
  private void repairs(Duration run) {
    for (int i = 0; i < draft.failures().size(); i++) {
      String at = "failures[" + i + "].";
      draft
          .failures()
          .get(i)
          .ifPresent(failure -> repair(at + FailureKinds.word(failure), failure, run));
    }
  }

  private void repair(String at, Failure failure, Duration run) {
    if (failure instanceof TimedFailure timed && timed.timing() instanceof Scripted when) {
      Duration late = when.at().plus(when.lasts()).minus(run);
      found.require(
          at + ".lasts",
          late.isNegative() || late.isZero(),
          "ends " + Problems.seconds(late) + " after the run: until then nothing is back",
          "a longer run, where that is not meant");
    }
    Optional<Distribution> random =
        failure instanceof InstanceFailures own ? own.timeToRepair() : recurring(failure);
    random.ifPresent(time -> found.require(
        at + ".time-to-repair",
        time.mean() <= run.toNanos() / 1e9,
        "is " + said(time.mean()) + " on average, longer than the run (" + Problems.seconds(run)
            + ")",
        "a longer run, where that is not meant"));
  }

  private static Optional<Distribution> recurring(Failure failure) {
    return failure instanceof TimedFailure timed && timed.timing() instanceof Recurring when
        ? Optional.of(when.timeToRepair())
        : Optional.empty();
  }

  /** Only who comes back can be sent back. */
  private void balancer(LoadBalancer balancer) {
    found.require(
        "load-balancers." + balancer.name() + ".stickiness",
        balancer.stickiness().isEmpty()
            || draft.workloads().values().stream()
                .flatMap(Optional::stream)
                .anyMatch(workload -> workload.session().isPresent()),
        "nobody comes back to the same target: no workload has sessions",
        "give the workload a session");
  }

  private void client(String at, Client client, String to) {
    never.check(at, client, to);
    patience.waits(at, client, to);
    client.timeout().ifPresent(timeout -> beside(at, client, timeout));
    client
        .breaker()
        .ifPresent(breaker -> draft
            .lasts()
            .ifPresent(lasts -> found.require(
                at + ".breaker.open",
                breaker.open().compareTo(lasts) < 0,
                "once open, it stays so to the end of the run (" + Problems.seconds(lasts) + ")",
                "for example 60s")));
  }

  /** What the timeout leaves no time for. */
  private void beside(String at, Client client, Duration timeout) {
    client
        .hedge()
        .ifPresent(hedge -> found.require(
            at + ".hedge.after",
            hedge.after().compareTo(timeout) < 0,
            "no copy is ever sent: an attempt is given up after " + Problems.seconds(timeout),
            "a time that 95 % of answers take, for example"));
    client
        .patience()
        .ifPresent(users -> found.require(
            at + ".patience",
            users.mean() >= timeout.toNanos() / 1e9,
            "ends after " + said(users.mean()) + " on average, while an attempt is waited for "
                + Problems.seconds(timeout),
            "give attempts a shorter timeout"));
  }

  /** Seconds as a message names them, to four digits. */
  static String said(double seconds) {
    BigDecimal rounded = new BigDecimal(seconds, new MathContext(4)).stripTrailingZeros();
    return rounded.toPlainString() + " s";
  }
}
