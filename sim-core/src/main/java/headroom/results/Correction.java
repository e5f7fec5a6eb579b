package headroom.results;

import java.util.Map;

/** What of a difference between two models can be added to what one of them told. */
final class Correction {

  private Correction() {}

  /** The part of a difference that leaves every amount at nothing or more. */
  static Tally within(Tally told, Tally by, Tally like) {
    Tally added = new Tally();
    double failed = 0;
    double most = Math.max(0, told.succeeded());
    for (Map.Entry<String, double[]> cause : by.failures().entrySet()) {
      for (How how : How.values()) {
        double there = told.failedBy(cause.getKey(), how);
        double wanted = Math.max(-there, cause.getValue()[how.ordinal()]);
        double more = Math.min(wanted, most - failed);
        if (more != 0) {
          added.failed(more, how, cause.getKey());
          failed += more;
        }
      }
    }
    added.succeeded(-failed);
    added.retried(Math.max(-told.retries(), by.retries()));
    by.slow()
        .forEach((why, count) ->
            added.slow(Math.max(-told.slow().getOrDefault(why, 0.0), count), why));
    latencies(added, by, like);
    return added;
  }

  /** As many latencies as answers: those by which the models differ, and others like them. */
  private static void latencies(Tally added, Tally by, Tally like) {
    added.latency().add(by.latency(), 1);
    double all = like.latency().total();
    if (all > 0) {
      double missing = added.succeeded() - by.latency().total();
      added.latency().add(like.latency(), missing / all);
    }
  }
}
