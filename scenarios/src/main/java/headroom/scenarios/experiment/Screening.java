package headroom.scenarios.experiment;

import headroom.random.Chance;
import headroom.random.Stream;
import headroom.scenarios.text.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds candidates where there are more combinations than may be tried: half of them are a Latin
 * hypercube over the lattice, the others the neighbours of the best three by their means, again and
 * again until all those have been tried or the number is reached. Every one has the first few
 * replications, which count for nothing afterwards.
 */
final class Screening {
  private static final int LEADERS = 3;
  private final Lattice lattice;
  private final Optimization question;
  private final Contest contest;
  private final Map<List<Integer>, Contender> tried = new LinkedHashMap<>();

  Screening(Lattice lattice, Optimization question, Contest contest) {
    this.lattice = lattice;
    this.question = question;
    this.contest = contest;
  }

  /** The candidates found; those that are clearly out already have their fate. */
  List<Contender> found(long seed) throws InterruptedException {
    List<List<Integer>> next = sample(seed);
    while (!next.isEmpty()) {
      List<Contender> fresh = new ArrayList<>();
      for (List<Integer> point : next) {
        contender(lattice, point).ifPresent(each -> {
          tried.put(point, each);
          fresh.add(each);
        });
      }
      contest.measure(fresh, 1, question.first());
      next = fresh.isEmpty() ? List.of() : neighboursOfLeaders();
    }
    List<Contender> all = List.copyOf(tried.values());
    contest.look(all, contest.indifference(all));
    all.stream().filter(Contender::isIn).forEach(Contender::beginAnew);
    return all;
  }

  /** A combination that is no scenario is no candidate: a minimum above the maximum. */
  private static java.util.Optional<Contender> contender(Lattice lattice, List<Integer> point) {
    try {
      return java.util.Optional.of(new Contender(point, lattice.variants().apply(point)));
    } catch (InputException impossible) {
      return java.util.Optional.empty();
    }
  }

  private List<List<Integer>> sample(long seed) {
    int size = Math.max(1, question.candidates() / 2);
    Chance chance = new Chance(seed);
    int[][] levels = new int[lattice.factors().size()][];
    for (int f = 0; f < levels.length; f++) {
      Lattice.Factor factor = lattice.factors().get(f);
      Stream order = chance.of("screening", factor.path());
      int count = factor.levels().size();
      levels[f] = IntStream.range(0, size)
          .boxed()
          .sorted(Comparator.comparingDouble(order::at))
          .mapToInt(part -> (int) ((part + 0.5) / size * count))
          .toArray();
    }
    return IntStream.range(0, size)
        .mapToObj(i -> Arrays.stream(levels).map(each -> each[i]).toList())
        .distinct()
        .toList();
  }

  private List<List<Integer>> neighboursOfLeaders() {
    return tried.values().stream()
        .sorted(Comparator.comparingInt(this::missed).thenComparingDouble(this::mean))
        .limit(LEADERS)
        .flatMap(leader -> lattice.neighbours(leader.point).stream())
        .distinct()
        .filter(point -> !tried.containsKey(point))
        .limit(Math.max(0, question.candidates() - tried.size()))
        .toList();
  }

  /** How many limits are missed by the mean. */
  private int missed(Contender contender) {
    var estimates = contender.estimates(question.risk());
    int missed = 0;
    for (Expectation limit : question.subjectTo()) {
      boolean holds = StoppingRule.find(limit.metric(), estimates)
          .map(estimate -> limit.op().holds(estimate.mean(), limit.value()))
          .orElse(true);
      missed += holds ? 0 : 1;
    }
    return missed;
  }

  private double mean(Contender contender) {
    return contender
        .objective(question)
        .map(values -> Arrays.stream(values).average().orElse(Double.NaN))
        .orElse(Double.POSITIVE_INFINITY);
  }
}
