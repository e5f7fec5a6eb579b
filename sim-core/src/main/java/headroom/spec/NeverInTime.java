package headroom.spec;

import headroom.policy.retry.Retry;
import headroom.problem.Problems;
import headroom.random.Constant;
import headroom.workload.Client;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What of a caller's rules can never come in time: an answer, a retry, a breaker that closes. */
final class NeverInTime {

  // Of a million requests one is quicker.
  private static final double QUICKEST = 1e-6;

  private final Draft draft;
  private final CallGraph graph;
  private final Problems found;

  NeverInTime(Draft draft, CallGraph graph, Problems found) {
    this.draft = draft;
    this.graph = graph;
    this.found = found;
  }

  /** Warns of what a caller of somebody waits for in vain. */
  void check(String at, Client client, String to) {
    double timeout = client.timeout().map(time -> time.toNanos() / 1e9).orElse(Double.MAX_VALUE);
    least(graph.groupsBehind(to)).ifPresent(least -> {
      found.require(
          at + ".timeout",
          least < timeout,
          "no answer is ever in time: the work alone takes at least " + Warnings.said(least) + ", "
              + Warnings.said(least - timeout) + " longer",
          "a longer one, or less work there");
      client
          .breaker()
          .ifPresent(breaker -> found.require(
              at + ".breaker.slow",
              least >= timeout || least < breaker.slow().toNanos() / 1e9,
              "once open, it never closes: the work alone takes at least " + Warnings.said(least)
                  + ", so every call on trial is slow",
              "a longer time than most answers take"));
    });
    client
        .retry()
        .ifPresent(retry -> client
            .patience()
            .filter(Constant.class::isInstance)
            .ifPresent(patience -> retry(at, retry, patience.mean())));
  }

  private void retry(String at, Retry retry, double patience) {
    double wait = retry.backoff().delaySeconds(1, 0, QUICKEST);
    found.require(
        at + ".retry",
        retry.attempts() < 2 || wait < patience,
        "no attempt is ever made again: the first wait is " + Warnings.said(wait) + ", "
            + Warnings.said(wait - patience) + " longer than the patience",
        "shorter waits, or more patience");
  }

  /** The least time that the work takes at any of these; empty where that is not known. */
  private OptionalDouble least(List<String> groups) {
    double least = Double.POSITIVE_INFINITY;
    for (String name : groups) {
      Optional<Group> group = draft.groups().getOrDefault(name, Optional.empty());
      // On another type, and for some classes, it takes other times.
      if (group.isEmpty()
          || group.get().worth().measuredOn().isPresent()
          || !group.get().serves().classes().isEmpty()) {
        return OptionalDouble.empty();
      }
      least = Math.min(least, group.get().serves().time().quantile(QUICKEST));
    }
    return groups.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(least);
  }
}
