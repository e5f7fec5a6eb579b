package headroom.results;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a difference between two models can be added to what one of them told of a stretch. How
 * requests end is a matter of the model; what it is put down to is a matter of the stretch.
 */
final class Correction {

  private final Tally told;
  private final Tally by;
  private final Tally like;
  private final double ended;
  private final Tally added = new Tally();
  private final SortedMap<String, Double> blamed = new TreeMap<>();

  private Correction(Tally told, Tally by, Tally like, double ended) {
    this.told = told;
    this.by = by;
    this.like = like;
    this.ended = Math.max(ended, -told.succeeded() - told.failed());
    blame(told, like);
  }

  /**
   * The part of a difference that leaves every amount at nothing or more.
   *
   * @param ended by how many more or fewer requests are to end
   */
  static Tally within(Tally told, Tally by, Tally like, double ended) {
    Correction correction = new Correction(told, by, like, ended);
    correction.failures();
    correction.slowness();
    correction.latencies();
    return correction.added;
  }

  /** Whom harm of the stretch is put down to: as told there, else as told where it is from. */
  private void blame(Tally first, Tally otherwise) {
    for (Tally one : new Tally[] {first, otherwise}) {
      if (blamed.isEmpty()) {
        one.failures().forEach((why, hows) -> {
          for (double count : hows) {
            raise(why, count);
          }
        });
        one.slow().forEach(this::raise);
      }
    }
  }

  private void raise(String why, double count) {
    if (count > 0) {
      blamed.merge(why, count, Double::sum);
    }
  }

  private void failures() {
    double most = Math.max(0, told.succeeded()) + ended;
    double sum = 0;
    for (How how : How.values()) {
      SortedMap<String, Double> there = new TreeMap<>();
      told.failures().forEach((why, hows) -> there.put(why, Math.max(0, hows[how.ordinal()])));
      double wanted = total(by, how);
      double least = -total(there);
      double more = Math.max(least, Math.min(Math.max(least, wanted), most - sum));
      share(more, more < 0 ? there : blamed, (why, count) -> added.failed(count, how, why));
      sum += blamed.isEmpty() && more > 0 ? 0 : more;
    }
    added.succeeded(ended - sum);
    added.retried(Math.max(-told.retries(), by.retries()));
  }

  private void slowness() {
    double wanted = total(by.slow());
    double more = Math.max(-total(told.slow()), wanted);
    share(more, more < 0 ? told.slow() : blamed, (why, count) -> added.slow(count, why));
  }

  private static double total(Tally tally, How how) {
    return tally.failures().values().stream()
        .mapToDouble(hows -> hows[how.ordinal()])
        .sum();
  }

  private static double total(SortedMap<String, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private interface Shared {
    void count(String why, double count);
  }

  /** Shares an amount out as others are. */
  private static void share(double amount, SortedMap<String, Double> like, Shared each) {
    double all = total(like);
    if (amount == 0 || all <= 0) {
      return;
    }
    for (Map.Entry<String, Double> one : like.entrySet()) {
      each.count(one.getKey(), amount * one.getValue() / all);
    }
  }

  /** As many latencies as answers: those by which the models differ, and others like them. */
  private void latencies() {
    added.latency().add(by.latency(), 1);
    double all = like.latency().total();
    if (all > 0) {
      double missing = added.succeeded() - by.latency().total();
      added.latency().add(like.latency(), missing / all);
    }
  }
}
