package headroom.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Chance;
import headroom.random.Stream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where time goes, against sums over every request kept one by one. */
class CompositionTest {

  private record Request(long took, long[] parts) {}

  private static final int QUEUE = Part.QUEUE.ordinal();
  private static final int SERVICE = Part.SERVICE.ordinal();

  /** Service of about 100 ms; a request in ten waits up to two seconds besides. */
  private static Request[] requests(int count) {
    Stream luck = new Chance(1).of("composition", "luck");
    Request[] requests = new Request[count];
    for (int i = 0; i < count; i++) {
      long[] parts = new long[Part.values().length];
      parts[SERVICE] = 50_000_000L + (long) (100_000_000L * luck.at(3L * i));
      parts[QUEUE] = luck.at(3L * i + 1) < 0.1 ? (long) (2e9 * luck.at(3L * i + 2)) : 0;
      requests[i] = new Request(parts[QUEUE] + parts[SERVICE], parts);
    }
    return requests;
  }

  private static Composition of(Composition composition, Request[] requests) {
    for (Request request : requests) {
      if (composition.isDue()) {
        composition.add(request.took(), request.parts());
      }
    }
    return composition;
  }

  /** The share of waiting in the time of the requests of these ranks, sorted by latency. */
  private static double waiting(Request[] requests, double low, double high) {
    Request[] sorted = requests.clone();
    Arrays.sort(sorted, Comparator.comparingLong(Request::took));
    double waited = 0;
    double all = 0;
    for (int i = (int) (low * sorted.length); i < high * sorted.length; i++) {
      waited += sorted[i].parts()[QUEUE];
      all += sorted[i].took();
    }
    return waited / all;
  }

  @Test
  void whileAllRequestsAreLookedIntoTheMeanIsExact() {
    Request[] requests = requests(50_000);
    double[] shares = of(Composition.ofRun(), requests).shares();
    assertEquals(waiting(requests, 0, 1), shares[QUEUE], 1e-12);
    assertEquals(1, DoubleStream.of(shares).sum(), 1e-12);
  }

  /** Classes are a sixteenth wide, so the ends of a band are blurred by that much. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.99, 0.999})
  void aroundAPercentileItIsThatOfTheRequestsOfThoseRanks(double p) {
    Request[] requests = requests(60_000);
    double half = Math.min(0.05, (1 - p) / 2);
    double[] shares = of(Composition.ofRun(), requests).sharesAround(p);
    assertEquals(waiting(requests, p - half, p + half), shares[QUEUE], 0.01);
    assertEquals(1, DoubleStream.of(shares).sum(), 1e-12);
  }

  /** Of these 65,536 are looked into in each of three rates: all, a half, a quarter. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.99})
  void passingOverRequestsChangesLittle(double p) {
    Request[] requests = requests(400_000);
    Composition composition = of(Composition.ofRun(), requests);
    double half = Math.min(0.05, (1 - p) / 2);
    assertEquals(waiting(requests, p - half, p + half), composition.sharesAround(p)[QUEUE], 0.02);
    assertEquals(waiting(requests, 0, 1), composition.shares()[QUEUE], 0.005);
  }

  @Test
  void halvesAddUpToTheWhole() {
    Request[] requests = requests(60_000);
    Composition one = of(Composition.ofRun(), Arrays.copyOfRange(requests, 0, 10_000));
    Composition rest = of(Composition.ofRun(), Arrays.copyOfRange(requests, 10_000, 60_000));
    one.merge(rest);
    Composition whole = of(Composition.ofRun(), requests);
    for (double p : new double[] {0.5, 0.99}) {
      assertEquals(whole.sharesAround(p)[QUEUE], one.sharesAround(p)[QUEUE], 1e-12);
    }
  }

  @Test
  void aSingleRequestMakesUpEveryPercentile() {
    long[] parts = new long[Part.values().length];
    parts[QUEUE] = 750;
    parts[SERVICE] = 250;
    Composition composition = Composition.ofStep();
    assertTrue(composition.isDue());
    composition.add(1000, parts);
    assertEquals(0.75, composition.sharesAround(0.999)[QUEUE], 1e-12);
    assertEquals(0.25, composition.shares()[SERVICE], 1e-12);
  }

  @Test
  void ofNothingThereAreNoShares() {
    assertTrue(Double.isNaN(Composition.ofRun().shares()[QUEUE]));
  }
}
