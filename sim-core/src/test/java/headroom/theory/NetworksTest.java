package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.theory.ClosedNetwork.Result;
import headroom.theory.ClosedNetwork.Station;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed forms against published figures and ones that can be had by hand. */
class NetworksTest {

  /**
   * 50 agents, 48 calls a minute of a minute each, patience 2 minutes: 3.1 % give up, mean wait
   * 3.7 s (Garnett, Mandelbaum and Reiman 2002); without abandonment 20.8 s.
   */
  @Test
  void callersWhoGiveUpMakeACallCentreWork() {
    Networks.Impatient centre = Networks.erlangA(50, 48, 0.5);
    assertEquals(0.031, centre.abandoned(), 0.0005);
    assertEquals(3.7, 60 * centre.meanWait(), 0.05);
    assertEquals(20.8, 60 * Queues.meanWait(50, 48), 0.05);
  }

  /** Patience as long as service: M/M/infinity, E(N - 1)+ = 1/e with one worker at load 1. */
  @Test
  void patienceAsLongAsServiceMakesAPoissonNumber() {
    assertEquals(1 / Math.E, Networks.erlangA(1, 1, 1).abandoned(), 1e-12);
  }

  @Test
  void endlessPatienceIsErlangC() {
    Networks.Impatient calls = Networks.erlangA(3, 2.4, 1e-9);
    assertEquals(Queues.meanWait(3, 2.4), calls.meanWait(), 1e-6);
    assertEquals(Queues.meanWait(3, 2.4), calls.meanWaitServed(), 1e-6);
  }

  /**
   * One worker, patience as long as service, load 1: n there with probability e^-1 / n!, and the wait
   * of n exponential times is outlived with 1 / (n + 1): in all e^-1 · sum of H(n + 1) / (n + 1)! less
   * that of 1 / (n + 1)!, over those served, 1 - e^-1.
   */
  @Test
  void thoseServedHaveWaitedLess() {
    double sum = 0;
    double harmonic = 1;
    double factorial = 1;
    for (int n = 1; n < 30; n++) {
      factorial *= n + 1;
      harmonic += 1.0 / (n + 1);
      sum += (harmonic - 1) / factorial;
    }
    Networks.Impatient calls = Networks.erlangA(1, 1, 1);
    assertEquals(sum / Math.E / (1 - 1 / Math.E), calls.meanWaitServed(), 1e-12);
    assertTrue(calls.meanWaitServed() < calls.meanWait());
  }

  /** 0.8 / 0.7 and 0.8 / (0.7 · 0.2). */
  @Test
  void prioritiesOnOneWorker() {
    double[] byHand = {0.8 / 0.7, 0.8 / 0.14};
    assertArrayEquals(byHand, Networks.priorityWaits(1, 0.3, 0.5), 1e-12);
    double[] general =
        Networks.priorityWaits(new double[] {0.3, 0.5}, new double[] {1, 1}, new double[] {1, 1});
    assertArrayEquals(byHand, general, 1e-12);
  }

  /** Classes of 0.5 s and 2 s, constant: residual 0.4 · 0.25 / 2 + 0.3 · 4 / 2 = 0.65. */
  @Test
  void prioritiesWithTimesOfTheirOwn() {
    double[] waits =
        Networks.priorityWaits(new double[] {0.4, 0.3}, new double[] {0.5, 2}, new double[] {0, 0});
    assertArrayEquals(new double[] {0.65 / 0.8, 0.65 / (0.8 * 0.2)}, waits, 1e-12);
  }

  /** Who waits changes, not how much is waited: the mean over all is that without priorities. */
  @ParameterizedTest
  @CsvSource({"1, 0.3, 0.5", "4, 1.2, 2.4", "8, 0.1, 7"})
  void prioritiesConserveTheMeanWait(int workers, double urgent, double other) {
    double[] waits = Networks.priorityWaits(workers, urgent, other);
    double mean = (urgent * waits[0] + other * waits[1]) / (urgent + other);
    assertEquals(Queues.meanWait(workers, urgent + other), mean, 1e-12);
  }

  /** M/M/1 takes 1 / (1 - load) whether shared or in turn; half the work takes half the time. */
  @Test
  void sharingIsInProportion() {
    assertEquals(1 + Queues.meanWait(1, 0.7), Networks.sharedTime(1, 0.7), 1e-12);
    assertEquals(Networks.sharedTime(1, 0.7) / 2, Networks.sharedTime(0.5, 0.7), 1e-12);
  }

  /** Against the balance equations, state by state: each in orbit tries, or one in turn. */
  @ParameterizedTest
  @CsvSource({"0.5, 1", "0.5, 0.1", "0.3, 2", "0.8, 5", "0.6, 100"})
  void orbitsFollowFromTheirBalance(double load, double retryRate) {
    assertEquals(orbitByBalance(load, retryRate, false), Networks.orbit(load, retryRate), 1e-9);
    if (load * (load + retryRate) < retryRate) {
      assertEquals(
          orbitByBalance(load, retryRate, true), Networks.orbitInTurns(load, retryRate), 1e-9);
    }
  }

  /** idle · (load + retries) = busy, and load · busy = retries · (idle with one more in orbit). */
  private static double orbitByBalance(double load, double retryRate, boolean inTurns) {
    double idle = 1;
    double sum = 0;
    double inOrbit = 0;
    for (int j = 0; j < 5000; j++) {
      double busy = idle * (load + retryRate * (inTurns ? Math.min(j, 1) : j));
      sum += idle + busy;
      inOrbit += j * (idle + busy);
      idle = load * busy / (retryRate * (inTurns ? 1 : j + 1));
    }
    return inOrbit / sum;
  }

  /** Who retries at once is as good as queued. */
  @Test
  void anEagerOrbitIsAQueue() {
    assertEquals(0.8 * Queues.meanWait(1, 0.8), Networks.orbit(0.8, 1e9), 1e-6);
    assertEquals(0.8 * Queues.meanWait(1, 0.8), Networks.orbitInTurns(0.8, 1e9), 1e-6);
  }

  /** One in, two stations in a row at rate 4, half go round again: 2 visits of 0.5 at each. */
  @Test
  void aFeedbackDoublesTheVisits() {
    JacksonNetwork network = new JacksonNetwork(
        new double[] {1, 0}, new double[][] {{0, 1}, {0.5, 0}}, new double[] {4, 4}, new int[] {1, 1
        });
    assertArrayEquals(new double[] {2, 2}, network.rates(), 1e-12);
    assertEquals(0.5, network.visitTime(1), 1e-12);
    assertEquals(2, network.time(), 1e-12);
  }

  /** M/M/2 at half its load: 4 / 3 of a service time. */
  @Test
  void aStationOfTwoWorkers() {
    JacksonNetwork network = new JacksonNetwork(
        new double[] {10}, new double[][] {{0}}, new double[] {10}, new int[] {2});
    assertEquals(4.0 / 3 / 10, network.time(), 1e-12);
  }

  /** The example of Lazowska et al. 1984, ch. 6: think 15 s, demands 0.605, 2.1 and 1.35 s. */
  @Test
  void meanValuesOfThePublishedExample() {
    ClosedNetwork network = new ClosedNetwork(
        15, List.of(new Station(0.605, 1), new Station(2.1, 1), new Station(1.35, 1)));
    assertEquals(1 / 19.055, network.with(1).perSecond(), 1e-12);
    Result two = network.with(2);
    assertArrayEquals(new double[] {0.624, 2.331, 1.446}, two.times(), 5e-4);
    assertEquals(0.1031, two.perSecond(), 5e-5);
    assertEquals(1 / 2.1, network.with(200).perSecond(), 1e-6);
  }

  /** Two machines, one repairer, equal rates: 0, 1, 2 broken at 1 : 2 : 2, so 0.8 repairs. */
  @Test
  void twoMachinesAndOneRepairer() {
    Result result = ClosedNetwork.machineRepair(1, 1).with(2);
    assertEquals(0.8, result.perSecond(), 1e-12);
    assertEquals(1.2 / 0.8, result.time(), 1e-12);
  }

  /** Mean value analysis with several workers against the birth-death chain. */
  @ParameterizedTest
  @CsvSource({"5, 1, 0.2", "10, 3, 0.5", "20, 4, 0.1", "6, 6, 2", "3, 5, 1", "40, 8, 0.25"})
  void repairersAgreeWithTheirChain(int machines, int repairers, double failureRate) {
    double sum = 0;
    double broken = 0;
    double term = 1;
    for (int n = 0; n <= machines; n++) {
      sum += term;
      broken += n * term;
      term *= (machines - n) * failureRate / Math.min(n + 1, repairers);
    }
    double repairs = failureRate * (machines - broken / sum);
    Result result = ClosedNetwork.machineRepair(failureRate, repairers).with(machines);
    assertEquals(repairs, result.perSecond(), 1e-9);
    assertEquals(broken / sum / repairs, result.time(), 1e-9);
  }

  /** At no load the longer of two unit exponentials, 3/2; at 0.5, 11.5 / 8 · 2 = 2.875. */
  @Test
  void aForkIntoTwo() {
    assertEquals(1.5, Networks.forkJoinOfTwo(0), 1e-12);
    assertEquals(2.875, Networks.forkJoinOfTwo(0.5), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.1", "2, 0.5", "2, 0.9", "8, 0.3", "32, 0.7"})
  void aForkLiesBetweenItsBounds(int queues, double load) {
    double least = Networks.forkJoinAtLeast(queues, load);
    double most = Networks.forkJoinAtMost(queues, load);
    double about = Networks.forkJoinAbout(queues, load);
    assertTrue(least < about && about < most, least + " " + about + " " + most);
    if (queues == 2) {
      assertEquals(Networks.forkJoinOfTwo(load), about, 1e-12);
    }
  }

  /** D/M/1 at half its load: 0.2032 of the arrivals wait (Gross et al. 2008, §5.3). */
  @Test
  void evenArrivalsAreTheLowerBound() {
    assertEquals(1.5 / (1 - 0.2032), Networks.forkJoinAtLeast(2, 0.5), 2e-4);
  }
}
