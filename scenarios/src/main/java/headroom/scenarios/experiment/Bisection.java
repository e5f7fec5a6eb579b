package headroom.scenarios.experiment;

import headroom.results.Unit;
import java.util.Optional;

/**
 * Finds up to where something goes well, by halving the logarithm of a range until good and bad are
 * within three parts in a hundred.
 *
 * @param what what is looked for, in words
 * @param unit what it is measured in
 * @param progress hears before each step between what it lies
 */
record Bisection(String what, Unit unit, ProgressListener progress) {

  /** Halvings at most; both ends are tried besides. */
  static final int STEPS = 9;

  /** Tries a value. */
  interface Judgement {
    boolean test(double value) throws InterruptedException;
  }

  /** The largest value that went well and the smallest that did not, as far as there were any. */
  record Bracket(Optional<Double> good, Optional<Double> bad) {}

  Bracket within(double least, double most, Judgement isGood) throws InterruptedException {
    progress.onBracket(what, least, most, unit);
    if (isGood.test(most)) {
      return new Bracket(Optional.of(most), Optional.empty());
    }
    if (!isGood.test(least)) {
      return new Bracket(Optional.empty(), Optional.of(least));
    }
    double good = least;
    double bad = most;
    for (int i = 0; i < STEPS && bad > 1.03 * good; i++) {
      double middle = Math.sqrt(good * bad);
      if (isGood.test(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
      progress.onBracket(what, good, bad, unit);
    }
    return new Bracket(Optional.of(good), Optional.of(bad));
  }
}
