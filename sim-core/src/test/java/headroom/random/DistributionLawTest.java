package headroom.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.Elementary;
import headroom.random.Laws.Law;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law samples what its distribution function, mean and variance say. */
class DistributionLawTest {

  private static final int N = 20_000;
  private static final int SEEDS = 3;

  private final JointJudgement judgement = new JointJudgement();

  static List<Law> laws() {
    return Laws.all();
  }

  /** A mixture's quantile grows within its components only. */
  static List<Law> growingLaws() {
    return laws().stream().filter(law -> !(law.law() instanceof Mixture)).toList();
  }

  /** Without those whose tail beyond 2^-52 counts: see DistributionMomentsTest for them. */
  static List<Law> tameGrowingLaws() {
    return growingLaws().stream().filter(Law::tame).toList();
  }

  @Test
  void samplesFollowTheLaw() {
    for (Law law : laws()) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        double[] samples = samples(law.law(), seed);
        String name = law + ", seed " + seed + ": ";
        judgement.note(name + "fit", kolmogorovSmirnov(samples, law));
        if (law.tame()) {
          judgeMoments(name, samples, law.law());
        }
      }
    }
    judgement.assertAllPass(29 * SEEDS + 22 * SEEDS * 2);
  }

  private static double[] samples(Distribution law, int seed) {
    Stream stream = new Chance(seed).of("laws", law.getClass().getSimpleName());
    Sampler sampler = law.sampler();
    double[] samples = new double[N];
    for (int k = 0; k < N; k++) {
      samples[k] = sampler.sample(stream.at(k));
    }
    Arrays.sort(samples);
    return samples;
  }

  /** An upper bound of the p-value: the first term of Kolmogorov's series. */
  private static double kolmogorovSmirnov(double[] sorted, Law law) {
    double distance = 0;
    for (int i = 0; i < N; i++) {
      double p = law.cdf().applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.max((i + 1.0) / N - p, p - (double) i / N));
    }
    return Math.min(1, 2 * Elementary.exp(-2 * distance * distance * N));
  }

  private void judgeMoments(String name, double[] samples, Distribution law) {
    double mean = Arrays.stream(samples).sum() / N;
    double centre = law.mean();
    double variance =
        Arrays.stream(samples).map(x -> (x - centre) * (x - centre)).sum() / N;
    double fourth = fourthMoment(law);
    double errorOfMean = Math.sqrt(law.variance() / N);
    double errorOfVariance = Math.sqrt((fourth - law.variance() * law.variance()) / N);
    judgement.note(name + "mean", twoSided((mean - centre) / errorOfMean));
    judgement.note(name + "variance", twoSided((variance - law.variance()) / errorOfVariance));
  }

  private static double fourthMoment(Distribution law) {
    return QuantileIntegral.moment(law, law.mean(), 4);
  }

  private static double twoSided(double z) {
    return 2 * Elementary.normalCdf(-Math.abs(z));
  }

  @ParameterizedTest
  @MethodSource("tameGrowingLaws")
  void meanAndVarianceAreTheIntegralsOverTheQuantiles(Law law) {
    double mean = law.law().mean();
    double variance = law.law().variance();
    assertEquals(mean, QuantileIntegral.moment(law.law(), 0, 1), 1e-9 * mean);
    assertEquals(variance, QuantileIntegral.moment(law.law(), mean, 2), 1e-7 * variance);
  }

  @ParameterizedTest
  @MethodSource("growingLaws")
  void quantileInvertsTheLawIntoBothTails(Law law) {
    for (double u : probabilities()) {
      double x = law.law().quantile(u);
      assertTrue(x >= 0 && x < Double.POSITIVE_INFINITY, () -> x + " at " + u);
      assertEquals(u, law.cdf().applyAsDouble(x), 4e-13, "at " + u);
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void samplerAgreesWithTheQuantile(Law law) {
    Sampler sampler = law.law().sampler();
    for (double u : probabilities()) {
      double x = law.law().quantile(u);
      assertEquals(x, sampler.sample(u), 1e-7 * x, "at " + u);
    }
  }

  @ParameterizedTest
  @MethodSource("growingLaws")
  void samplerErrsByLessThanABillionthInProbability(Law law) {
    Sampler sampler = law.law().sampler();
    for (double u : probabilities()) {
      assertEquals(u, law.cdf().applyAsDouble(sampler.sample(u)), 1e-9, "at " + u);
    }
  }

  @ParameterizedTest
  @MethodSource("growingLaws")
  void moreLuckIsNeverLess(Law law) {
    Sampler sampler = law.law().sampler();
    double before = 0;
    for (int i = 1; i < 1 << 14; i++) {
      double x = sampler.sample(i * 0x1p-14);
      assertTrue(x > before, "turns back at " + i);
      before = x;
    }
  }

  private static double[] probabilities() {
    Stream stream = new Chance(1).of("any", "probability");
    double[] probabilities = new double[1000 + 104];
    for (int i = 0; i < 1000; i++) {
      probabilities[i] = stream.at(i);
    }
    for (int binade = 1; binade <= 52; binade++) {
      probabilities[999 + binade] = Math.scalb(1.1, -binade - 1);
      probabilities[1051 + binade] = 1 - Math.scalb(1.0, -binade - 1);
    }
    return probabilities;
  }
}
