package headroom.statistics;

import headroom.math.ExactSum;
import headroom.math.StudentT;
import headroom.results.Metric;
import java.util.Optional;

/**
 * Whether a metric of two models is the same but for what is tolerated, told by the 99 % interval of
 * the paired difference: the interval inclusion rule of equivalence tests (Schuirmann, Journal of
 * Pharmacokinetics and Biopharmaceutics 15, 1987), which errs on the side of whoever asks.
 *
 * @param metric what was compared
 * @param reference its mean by the model that is believed
 * @param difference the mean difference of the other model, replication by replication
 * @param half half of the interval, at least 0; 0 where every replication differs by the same
 * @param tolerated the largest difference, either way, that does not matter; at least 0
 * @param n replications compared, at least 2
 */
public record Equivalence(
    Metric metric, double reference, double difference, double half, double tolerated, int n) {

  /** The certainty of each interval by itself. */
  public static final double CONFIDENCE = 0.99;

  /** Of so many degrees of freedom Student's law is the normal one for the purpose. */
  private static final double MANY = 100;

  /** How a difference is judged. */
  public enum Verdict {
    /** The whole interval lies within what is tolerated. */
    AGREES,
    /** The interval reaches over an end of it. */
    UNDECIDED,
    /** The whole interval lies outside. */
    DIFFERS
  }

  /**
   * Compares what two models measured, replication by replication.
   *
   * @param reference the metric of each replication by the model that is believed
   * @param other the same by the other, on the same seeds; as many
   * @return nothing with fewer than two replications that both have
   */
  public static Optional<Equivalence> of(
      Metric metric, double[] reference, double[] other, double tolerated) {
    double[] differences = new double[reference.length];
    ExactSum before = new ExactSum();
    ExactSum sum = new ExactSum();
    int n = 0;
    for (int i = 0; i < reference.length; i++) {
      double difference = other[i] - reference[i];
      if (Double.isFinite(difference)) {
        differences[n++] = difference;
        before.add(reference[i]);
        sum.add(difference);
      }
    }
    if (n < 2) {
      return Optional.empty();
    }
    double mean = sum.value() / n;
    double spread = Estimates.deviation(java.util.Arrays.copyOf(differences, n), mean);
    double half = StudentT.quantile(1 - (1 - CONFIDENCE) / 2, n - 1.0) * spread / Math.sqrt(n);
    return Optional.of(new Equivalence(metric, before.value() / n, mean, half, tolerated, n));
  }

  public Verdict verdict() {
    double size = Math.abs(difference);
    if (size + half <= tolerated) {
      return Verdict.AGREES;
    }
    return size - half > tolerated ? Verdict.DIFFERS : Verdict.UNDECIDED;
  }

  /**
   * About how many replications would leave the interval on one side of the limit, if mean and
   * spread stay as they are; infinite where the mean lies on the limit.
   */
  public double replicationsToDecide() {
    double spread = half * Math.sqrt(n) / StudentT.quantile(1 - (1 - CONFIDENCE) / 2, n - 1.0);
    double room = Math.abs(tolerated - Math.abs(difference));
    double ratio = StudentT.quantile(1 - (1 - CONFIDENCE) / 2, MANY) * spread / room;
    return Math.max(n, Math.ceil(ratio * ratio));
  }

  /** The mean by the other model. */
  public double other() {
    return reference + difference;
  }

  /** The difference with its interval. */
  public Difference asDifference() {
    return new Difference(metric, difference, difference - half, difference + half, n, false);
  }
}
