package headroom.scenarios.experiment;

import headroom.statistics.KimNelson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Drops candidates as soon as it is known that they miss a limit, or that one which keeps all of
 * them is better ({@link KimNelson}; limits and objective judged side by side after S. Andradóttir,
 * S.-H. Kim, Naval Research Logistics 57, 2010). A limit is judged by its whole interval at every
 * look; all judgements of all candidates hold at once (Bonferroni).
 */
final class Contest {
  private final Optimization question;
  private final TrialRunner runner;
  private final Workers workers;
  private final ProgressListener progress;
  private int done;

  Contest(Optimization question, TrialRunner runner, Workers workers, ProgressListener progress) {
    this.question = question;
    this.runner = runner;
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * Runs the candidates until one is left, or as often as is allowed.
   *
   * @param after the number of the last replication that is not theirs
   * @return the indifference in the unit of the objective
   */
  double run(List<Contender> all, int after) throws InterruptedException {
    int size = 0;
    OptionalDouble indifference = OptionalDouble.empty();
    do {
      int next = question.nextLook(size);
      measure(all.stream().filter(Contender::isIn).toList(), after + size + 1, after + next);
      size = next;
      if (indifference.isEmpty()) {
        indifference = OptionalDouble.of(indifference(all));
      }
      look(all, indifference.getAsDouble());
    } while (size < question.atMost() && !isOver(all));
    return indifference.getAsDouble();
  }

  /** Runs the replications of these numbers, both included. */
  void measure(List<Contender> contenders, int from, int to) throws InterruptedException {
    watch(contenders);
    int each = to - from + 1;
    int planned = done + contenders.size() * each;
    workers.inOrder(
        0,
        contenders.size() * each - 1,
        i -> {
          Contender contender = contenders.get(i / each);
          return runner.carryOut(contender.trial(), contender.variant.name(), from + i % each);
        },
        new java.util.function.Consumer<TrialRunner.Carried>() {
          private int i;

          @Override
          public void accept(TrialRunner.Carried trial) {
            runner.keep(trial);
            contenders.get(i / each).add(from + i % each, trial.figures());
            i++;
            progress.onProgress(++done, planned);
          }
        });
  }

  private void watch(List<Contender> contenders) {
    WatchedFigures watched = WatchedFigures.of(question.objective());
    progress.onWatched(
        "the least precise candidate",
        () -> watched.leastPrecise(contenders.stream()
            .filter(contender -> contender.size() > 1)
            .map(contender -> contender.watched(watched))
            .toList()));
  }

  private static boolean isOver(List<Contender> all) {
    List<Contender> left = all.stream().filter(Contender::isIn).toList();
    return left.isEmpty() || (left.size() == 1 && left.get(0).meetsAll());
  }

  /** The smallest difference that matters; a share is one of the best mean of all. */
  double indifference(List<Contender> all) {
    if (question.measure() == Until.Measure.ABSOLUTE) {
      return question.indifference();
    }
    double best = all.stream()
        .flatMap(each -> each.objective(question).stream())
        .mapToDouble(values -> Arrays.stream(values).average().orElse(Double.NaN))
        .min()
        .orElse(1);
    return Math.max(Double.MIN_NORMAL, question.indifference() * Math.abs(best));
  }

  /** Drops who is known to miss a limit or to be beaten. */
  void look(List<Contender> all, double indifference) {
    double riskOfLimit = question.riskOfLimit(all.size());
    List<Contender> left = new ArrayList<>();
    for (Contender each : all) {
      if (each.isIn() && each.objective(question).isEmpty()) {
        each.drop(Candidate.Fate.NOT_MEASURED, "");
      }
      if (each.isIn()) {
        each.judge(question.subjectTo(), riskOfLimit);
      }
      if (each.isIn()) {
        left.add(each);
      }
    }
    if (all.size() > 1) {
      KimNelson rule =
          new KimNelson(all.size(), question.first(), indifference, question.riskOfSelection());
      left.forEach(
          each -> beater(each, left, rule).ifPresent(by -> each.drop(Candidate.Fate.BEATEN, by)));
    }
  }

  private Optional<String> beater(Contender each, List<Contender> left, KimNelson rule) {
    double[] own = each.objective(question).orElseThrow();
    boolean isEarlier = true;
    for (Contender other : left) {
      if (other == each) {
        isEarlier = false;
      } else if (other.meetsAll()) {
        double[] theirs = other.objective(question).orElseThrow();
        // Of two that are equal to the last digit, the first will do.
        if (rule.isBeaten(own, theirs)
            || (isEarlier && each.meetsAll() && rule.isNoBetter(own, theirs))) {
          return Optional.of(other.variant.name());
        }
      }
    }
    return Optional.empty();
  }
}
