package headroom.policy.metric;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What makes one point of the samples of a period (fleet sheet §5.1, [C1]).
 *
 * @param kind which statistic
 * @param share which percentile, between 0 and 1; 0 where it is none
 */
public record Statistic(Kind kind, double share) {

  public static final Statistic AVERAGE = new Statistic(Kind.AVERAGE, 0);
  public static final Statistic SUM = new Statistic(Kind.SUM, 0);

  /** The statistics there are. */
  public enum Kind {
    AVERAGE("average"),
    SUM("sum"),
    MINIMUM("minimum"),
    MAXIMUM("maximum"),
    SAMPLE_COUNT("sample-count"),
    PERCENTILE("p");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public static List<Problem> problems(Kind kind, double share) {
    return Problems.of()
        .require(
            "",
            kind != Kind.PERCENTILE || (share > 0 && share <= 1),
            "must be a percentile above p0 and up to p100",
            "for example p90")
        .list();
  }

  public Statistic {
    Problems.throwIfAny(problems(kind, share));
  }

  /** A percentile by its share: 0.9 is p90. */
  public static Statistic percentile(double share) {
    return new Statistic(Kind.PERCENTILE, share);
  }

  /** True when single samples are needed, and not only their sum and extremes. */
  public boolean needsSamples() {
    return kind == Kind.PERCENTILE;
  }

  /** Fewer samples than this tell little about a percentile: 10 / (1 − p) for p ≥ 0.5 (§5.2). */
  public double fewSamples() {
    if (kind != Kind.PERCENTILE) {
      return 0;
    }
    return 10 / (1 - Math.max(share, 1 - share));
  }

  /** The value for samples in any order; NaN without any. Samples are sorted. */
  public double of(double[] samples) {
    if (samples.length == 0) {
      return kind == Kind.SAMPLE_COUNT ? 0 : Double.NaN;
    }
    Arrays.sort(samples);
    return switch (kind) {
      case AVERAGE -> Arrays.stream(samples).sum() / samples.length;
      case SUM -> Arrays.stream(samples).sum();
      case MINIMUM -> samples[0];
      case MAXIMUM -> samples[samples.length - 1];
      case SAMPLE_COUNT -> samples.length;
      // The smallest value that a share of the samples does not exceed.
      case PERCENTILE -> samples[(int) Math.ceil(share * samples.length - 1e-9) - 1];
    };
  }

  /** The statistic a word names: "average", "p99.9". */
  public static Optional<Statistic> parse(String text) {
    if (text.matches("p[0-9]{1,3}([.][0-9]{1,3})?")) {
      double share = Double.parseDouble(text.substring(1)) / 100;
      return share > 0 && share <= 1 ? Optional.of(percentile(share)) : Optional.empty();
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.PERCENTILE && kind.word.equals(text))
        .map(kind -> new Statistic(kind, 0))
        .findFirst();
  }
}
