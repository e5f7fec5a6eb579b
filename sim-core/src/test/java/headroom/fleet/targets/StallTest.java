package headroom.fleet.targets;

import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ServiceBuilder;
import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.math.StudentT;
import headroom.random.Chance;
import headroom.random.Exponential;
import headroom.random.Sampler;
import headroom.random.Stream;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How long a stall of 10 s is felt, with chance: vector #63 gives 50.0 s for the fluid. */
class StallTest {

  private static final int REPLICATIONS = 600;
  private static final long SECOND = 1_000_000_000L;
  private static final long STALL = 30 * SECOND;
  private static final double ARRIVALS = 80;
  private static final double CAPACITY = 100;

  /**
   * When the stall ends an M/M/1 holds those of before, load / (1 - load) = 4 on average, and 800
   * more; it is idle first after as many times 1 / (100 - 80) s.
   */
  @Test
  void meanTimeUntilTheServerIsIdleAgain() {
    double[] felt = LongStream.rangeClosed(1, REPLICATIONS)
        .mapToDouble(StallTest::secondsUntilIdle)
        .toArray();
    double mean = Arrays.stream(felt).average().orElseThrow();
    double squares = Arrays.stream(felt).map(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS);
    double half = StudentT.quantile(0.995, REPLICATIONS - 1) * error;
    double theory = 10 + (4 + 10 * ARRIVALS) / (CAPACITY - ARRIVALS);
    String figures = "theory " + theory + " s, measured " + mean + " +- " + half;
    System.out.println("Stall of 10 s: " + figures);
    assertTrue(Math.abs(mean - theory) <= half, figures);
    assertTrue(half < 0.01 * theory, figures);
  }

  private static double secondsUntilIdle(long seed) {
    ServiceBuilder service = new ServiceBuilder(1, 100_000, new Exponential(1 / CAPACITY));
    try (Bench bench = new Bench(service, 1)) {
      Arrivals arrivals = new Arrivals(bench, seed);
      arrivals.schedule(0);
      bench.speedAt(30, 0);
      bench.speedAt(40, 1);
      for (long end = 60; arrivals.idleAgainAt == 0; end += 10) {
        bench.until(end);
      }
      return (arrivals.idleAgainAt - STALL) / 1e9;
    }
  }

  /** A Poisson stream of jobs, each with its own luck, and the first idle moment after the stall. */
  private static final class Arrivals extends Event {

    private final Bench bench;
    private final Sampler gap = new Exponential(1 / ARRIVALS).sampler();
    private final Stream gaps;
    private final Stream demands;
    private long ordinal;
    long idleAgainAt;

    Arrivals(Bench bench, long seed) {
      this.bench = bench;
      this.gaps = new Chance(seed).of("stall", "gaps");
      this.demands = new Chance(seed).of("stall", "demands");
    }

    void schedule(long now) {
      long after = (long) (gap.sample(gaps.at(ordinal)) * 1e9);
      bench.simulation.schedule(this, now + after, Phase.WORK);
    }

    @Override
    protected void fire(long now) {
      bench.server(0).offer(new Quiet(demands.at(ordinal++)), now);
      schedule(now);
    }

    private final class Quiet extends Job {

      Quiet(double luck) {
        demandLuck = luck;
      }

      @Override
      protected boolean isAbandoned() {
        return false;
      }

      @Override
      protected void dropped(long now) {
        throw new AssertionError("nobody is dropped here");
      }

      @Override
      protected void served(long now) {
        if (idleAgainAt == 0 && now > STALL && bench.server(0).busy() == 0) {
          idleAgainAt = now;
        }
      }

      @Override
      protected void lost(long now) {
        throw new AssertionError("nothing is lost here");
      }

      @Override
      protected void overdue(long now) {
        throw new AssertionError("nobody waits for a taker here");
      }
    }
  }
}
