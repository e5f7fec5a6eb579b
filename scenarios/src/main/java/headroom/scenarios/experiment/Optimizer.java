package headroom.scenarios.experiment;

import headroom.math.StudentT;
import headroom.problem.Problems;
import headroom.statistics.Difference;
import headroom.statistics.Differences;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the best combination of a lattice: all of them are candidates, or those that a screening
 * finds; ranking and selection on the same luck decides between them.
 *
 * @param engine what runs one replication
 * @param threads how many replications run at once
 * @param version the version of the program, a part of what a kept trial is known by
 * @param store where finished trials are found and kept
 * @param progress hears how far it is
 */
public record Optimizer(
    RunFunction engine, int threads, String version, TrialStore store, ProgressListener progress) {

  public Optimizer {
    Problems.throwIfAny(Problems.of()
        .require("threads", threads >= 1, "must be at least 1, was " + threads)
        .list());
  }

  /**
   * Chooses.
   *
   * @param base the scenario as it stands
   * @throws ReplicationFailed when a replication failed
   * @throws InterruptedException when the calling thread was interrupted; nothing goes on then
   */
  public Optimum choose(Trial base, Optimization question, Lattice lattice)
      throws InterruptedException {
    Technique.refuse(base);
    try (Workers workers = new Workers(threads)) {
      Trial ready = new SettlingSearch(engine, version, store, progress).settled(base, workers);
      return ready.settling().isPresent()
          ? choose(ready, question, lattice.settled(ready.settling().get()), workers)
          : choose(ready, question, lattice, workers);
    }
  }

  private Optimum choose(Trial base, Optimization question, Lattice lattice, Workers workers)
      throws InterruptedException {
    Contest contest =
        new Contest(question, new TrialRunner(engine, version, store), workers, progress);
    boolean isWhole = lattice.size() <= question.candidates();
    List<Contender> all = isWhole
        ? lattice.all().stream()
            .map(point -> new Contender(point, lattice.variants().apply(point)))
            .toList()
        : new Screening(lattice, question, contest).found(base.scenario().seed());
    List<Contender> left = all.stream().filter(Contender::isIn).toList();
    double indifference = left.isEmpty()
        ? contest.indifference(all)
        : contest.run(left, isWhole ? 0 : question.first());
    return new Verdicts(base, question, lattice, all, indifference).optimum();
  }

  /** What is concluded when all has been run. */
  private record Verdicts(
      Trial base,
      Optimization question,
      Lattice lattice,
      List<Contender> all,
      double indifference) {

    Optimum optimum() {
      List<Contender> open = all.stream().filter(Contender::isIn).toList();
      Optional<Contender> choice =
          open.stream().filter(Contender::meetsAll).min(Comparator.comparingDouble(this::mean));
      List<Candidate> candidates =
          all.stream().map(each -> candidate(each, choice)).toList();
      long rivals = open.stream().filter(Contender::meetsAll).count();
      boolean isProven = rivals == 1;
      return new Optimum(
          new StudyOutcome(base, candidates.stream().map(Candidate::variant).toList()),
          question,
          candidates,
          isProven,
          isProven ? question.confidence() : choice.map(this::confidence).orElse(Double.NaN),
          indifference,
          regret(candidates),
          lattice.size(),
          choice.map(each -> lattice.ends(each.point)).orElse(List.of()));
    }

    private double mean(Contender contender) {
      return Arrays.stream(contender.objective(question).orElseThrow())
          .average()
          .orElse(Double.NaN);
    }

    private Candidate candidate(Contender each, Optional<Contender> choice) {
      Candidate.Fate fate = each.fate();
      if (fate == Candidate.Fate.OPEN) {
        fate = choice.filter(chosen -> chosen == each).isPresent()
            ? Candidate.Fate.CHOSEN
            : each.meetsAll() ? Candidate.Fate.OPEN : Candidate.Fate.UNDECIDED;
      }
      return new Candidate(
          each.outcome(0.05),
          fate,
          choice.map(c -> lattice.neighbours(c.point).contains(each.point)).orElse(false),
          each.beatenBy(),
          choice.filter(chosen -> chosen != each).flatMap(chosen -> difference(each, chosen)));
    }

    private Optional<Difference> difference(Contender each, Contender choice) {
      int common = Math.min(each.size(), choice.size());
      boolean isSameLuck = each.firstNumber() == choice.firstNumber();
      return common == 0 || !isSameLuck
          ? Optional.empty()
          : Differences.of(
                  choice.figures().subList(0, common),
                  each.figures().subList(0, common),
                  Math.max(1, all.size() - 1))
              .values()
              .stream()
              .filter(found -> found.metric().flat().equals(question.objective()))
              .findFirst();
    }

    /** One less the probabilities that each rival is better by the indifference (Bonferroni). */
    private double confidence(Contender choice) {
      double risk = question.riskOfSelection() < question.risk() ? question.risk() / 2 : 0;
      for (Contender rival : all) {
        if (rival != choice && rival.isIn() && rival.meetsAll()) {
          risk += tail(
              rival.objective(question).orElseThrow(),
              choice.objective(question).orElseThrow());
        }
      }
      return Math.max(0, 1 - risk);
    }

    private double tail(double[] rival, double[] choice) {
      int n = Math.min(rival.length, choice.length);
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += (rival[i] - choice[i]) / n;
      }
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double off = rival[i] - choice[i] - mean;
        squares += off * off;
      }
      double error = Math.sqrt(squares / (n - 1) / n);
      double lead = mean + indifference;
      return error > 0 ? StudentT.upperTail(lead / error, n - 1.0) : lead > 0 ? 0 : 0.5;
    }

    /** The most by which a candidate that may keep the limits can be better. */
    private double regret(List<Candidate> candidates) {
      double regret = 0;
      for (Candidate each : candidates) {
        boolean isRival = each.fate() == Candidate.Fate.BEATEN
            || each.fate() == Candidate.Fate.OPEN
            || each.fate() == Candidate.Fate.UNDECIDED;
        if (isRival && each.difference().isPresent()) {
          Difference found = each.difference().orElseThrow();
          regret = Math.max(regret, question.maximize() ? found.high() : -found.low());
        }
      }
      return regret;
    }
  }
}
