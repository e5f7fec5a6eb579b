package headroom.laws;

import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Empirical;
import headroom.random.Erlang;
import headroom.random.Exponential;
import headroom.random.Gamma;
import headroom.random.Lognormal;
import headroom.random.Mixture;
import headroom.random.Normal;
import headroom.random.Pareto;
import headroom.random.Uniform;
import headroom.random.Weibull;
import java.util.List;

/** A law of any kind, about as large as asked. */
final class AnyLaw {

  private AnyLaw() {}

  static Distribution of(Dice dice, double mean) {
    return switch (dice.between(0, 10)) {
      case 0 -> new Constant(mean);
      case 1 -> new Uniform(dice.between(0, 1) * mean / 2, 2 * mean);
      case 2 -> new Exponential(mean);
      case 3 -> new Erlang(dice.between(1, 5), mean);
      case 4 -> new Gamma(mean, dice.pick(0.5, 2.0));
      case 5 -> new Weibull(dice.pick(0.7, 1.5), mean);
      case 6 -> new Lognormal(mean, dice.pick(0.3, 1.5));
      case 7 -> new Normal(mean, mean / dice.between(1, 4));
      case 8 -> new Pareto(dice.pick(1.5, 3.0), mean / 3, 100 * mean);
      case 9 -> new Empirical(List.of(mean / 2, mean, mean * 1.5));
      default ->
        new Mixture(List.of(
            new Mixture.Component(0.9, new Constant(mean / 2)),
            new Mixture.Component(0.1, new Exponential(5 * mean))));
    };
  }
}
