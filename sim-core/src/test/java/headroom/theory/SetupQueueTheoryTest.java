package headroom.theory;

import headroom.theory.Replicated.Interval;
import headroom.theory.SetupQueue.Means;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Instances started on demand and stopped when idle: M/M/k with exponential set-up times (Gandhi,
 * Doroudi, Harchol-Balter, Scheller-Wolf 2013), against a numerical solution of its Markov chain.
 */
class SetupQueueTheoryTest {

  private static final Claims CLAIMS = new Claims(9);

  /** The states of the chain are (servers that are on, all of them busy; jobs), jobs cut at a number. */
  private static final class Chain {
    private final int servers;
    private final int mostJobs;
    private final double arrival;
    private final double setUp;
    private double[][] share;

    Chain(int servers, double arrival, double setUpSeconds, int mostJobs) {
      this.servers = servers;
      this.arrival = arrival;
      this.setUp = 1 / setUpSeconds;
      this.mostJobs = mostJobs;
      this.share = new double[servers + 1][mostJobs + 1];
      share[0][0] = 1;
      double change = 1;
      // The chain made one of steps: what goes in a step is a share of all that may.
      for (int step = 0; change > 1e-13 && step < 500_000; step++) {
        change = step();
      }
    }

    private double step() {
      double[][] next = new double[servers + 1][mostJobs + 1];
      double all = arrival + servers + servers * setUp;
      double change = 0;
      for (int on = 0; on <= servers; on++) {
        for (int jobs = on; jobs <= mostJobs; jobs++) {
          double here = share[on][jobs];
          double came = jobs < mostJobs ? arrival : 0;
          double started = Math.min(jobs - on, servers - on) * setUp;
          if (jobs < mostJobs) {
            next[on][jobs + 1] += here * came / all;
          }
          if (started > 0) {
            next[on + 1][jobs] += here * started / all;
          }
          if (on > 0) {
            // Without another job that waits, the server goes with its job.
            next[jobs > on ? on : on - 1][jobs - 1] += here * on / all;
          }
          next[on][jobs] += here * (1 - (came + started + on) / all);
        }
      }
      for (int on = 0; on <= servers; on++) {
        for (int jobs = 0; jobs <= mostJobs; jobs++) {
          change = Math.max(change, Math.abs(next[on][jobs] - share[on][jobs]));
        }
      }
      share = next;
      return change;
    }

    double meanJobs() {
      return mean((on, jobs) -> jobs);
    }

    double meanOn() {
      return mean((on, jobs) -> on);
    }

    /** Instances that boot are billed as those in service are. */
    double meanBilled() {
      return mean((on, jobs) -> on + Math.min(jobs - on, servers - on));
    }

    private interface Value {
      double of(int on, int jobs);
    }

    private double mean(Value value) {
      double sum = 0;
      for (int on = 0; on <= servers; on++) {
        for (int jobs = on; jobs <= mostJobs; jobs++) {
          sum += share[on][jobs] * value.of(on, jobs);
        }
      }
      return sum;
    }
  }

  @ParameterizedTest(name = "{0} servers, {1} jobs a second, set up in {2} s")
  @CsvSource({"1, 0.5, 2, 150", "4, 2.4, 5, 150", "10, 7, 10, 200"})
  void instancesOnDemandAreThoseOfTheChain(
      int servers, double arrival, double setUpSeconds, int mostJobs) {
    Chain chain = new Chain(servers, arrival, setUpSeconds, mostJobs);
    List<Means> runs = LongStream.rangeClosed(1, 16)
        .mapToObj(seed -> {
          try (SetupQueue queue = new SetupQueue(servers, arrival, setUpSeconds, 20_000, seed)) {
            return queue.run();
          }
        })
        .toList();
    String name = servers + " servers";
    covers(name + ", jobs", runs, Means::jobs, chain.meanJobs());
    covers(name + ", in service", runs, Means::inService, chain.meanOn());
    covers(name + ", billed", runs, Means::billed, chain.meanBilled());
  }

  private static void covers(
      String what, List<Means> runs, ToDoubleFunction<Means> figure, double theory) {
    CLAIMS.covers(what, Interval.of(runs.stream().mapToDouble(figure).toArray()), theory, 0.03);
  }
}
