package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.statistics.BatchMeans;
import headroom.statistics.ControlVariate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How a run's intervals are had beyond independent replications.
 *
 * @param batches parts that one long run is cut into; 0 for replications
 * @param variates what makes the intervals of replications narrower
 */
public record Technique(int batches, Variates variates) {

  /** Independent replications. */
  public static final Technique NONE = new Technique(0, Variates.NONE);

  private static final int MOST_BATCHES = 100;

  /** What replications have in common, or are corrected by. */
  public enum Variates {
    /** Nothing. */
    NONE,
    /** Every second one has the mirrored luck of the one before. */
    ANTITHETIC,
    /** The same requests at a queue that theory answers. */
    CONTROL
  }

  public static List<Problem> problems(int batches, Variates variates, Replications replications) {
    boolean isFixed = replications.until().isEmpty();
    int count = replications.atLeast();
    boolean isAntithetic = variates == Variates.ANTITHETIC;
    return Problems.of()
        .require(
            "batches",
            batches == 0 || (batches >= BatchMeans.FEWEST && batches <= MOST_BATCHES),
            "must be from " + BatchMeans.FEWEST + " to " + MOST_BATCHES + ", was " + batches)
        .require(
            "batches",
            batches == 0 || (isFixed && count == 1),
            "cut one long run, replications are " + count,
            "replications: 1, or leave out batches")
        .require(
            "variates",
            batches == 0 || variates == Variates.NONE,
            "stand beside batches, which cut a single run",
            "leave out one of them")
        .require(
            "variates",
            variates == Variates.NONE || isFixed,
            "go with a fixed number of replications",
            "replications: 20")
        .require(
            "variates",
            !isAntithetic || (count >= 4 && count % 2 == 0),
            "antithetic ones come in pairs, of which there must be two at least; replications are "
                + count,
            "replications: 20")
        .require(
            "variates",
            variates != Variates.CONTROL || count >= ControlVariate.FEWEST,
            "control needs " + ControlVariate.FEWEST + " replications at least, were " + count)
        .list();
  }

  /** The replications behind so many independent values; of batches there is always one. */
  OptionalInt replicationsFor(OptionalInt values) {
    if (batches > 0 || values.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        variates == Variates.ANTITHETIC ? 2 * values.getAsInt() : values.getAsInt());
  }

  /** Of what stands for each replication, what is independent: of a pair its first. */
  <T> List<T> independent(List<T> replications) {
    return variates == Variates.ANTITHETIC
        ? IntStream.range(0, (replications.size() + 1) / 2)
            .mapToObj(pair -> replications.get(2 * pair))
            .toList()
        : replications;
  }

  /** Whether there is anything beside replications. */
  public boolean isPlain() {
    return batches == 0 && variates == Variates.NONE;
  }

  /**
   * Refuses it where variants are run: their differences have their own reduction of variance, the
   * same luck.
   */
  public static void refuse(Trial trial) {
    if (!trial.experiment().technique().isPlain()) {
      throw new TechniqueRefused();
    }
  }
}
