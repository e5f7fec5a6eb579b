package headroom.laws;

import headroom.random.Chance;
import headroom.random.Stream;

/** Draws the choices of a generated scenario, one after another. */
final class Dice {

  private final long seed;
  private final Stream luck;
  private long next;

  Dice(long seed) {
    this(seed, "scenario");
  }

  private Dice(long seed, String what) {
    this.seed = seed;
    luck = new Chance(seed).of("generated", what);
  }

  /** Dice of its own for something that came later, so that all else is drawn as before. */
  Dice apart(String what) {
    return new Dice(seed, what);
  }

  double uniform() {
    return luck.at(next++);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** The same of a feature, and never while that is switched off. */
  boolean some(Feature feature, double probability) {
    return chance(probability) && feature.isOn();
  }

  /** A whole number between two, both included. */
  int between(int low, int high) {
    return low + (int) (uniform() * (high - low + 1));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[between(0, choices.length - 1)];
  }
}
