package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law of a station in balance against closed forms. */
class QueueLawTest {

  private static final double ENDLESS = Integer.MAX_VALUE;

  private static QueueLaw law(Distribution time, int servers, double places) {
    return new QueueLaw(0, new ServiceTime(time), 1, servers, places, 1);
  }

  private static int level(double load) {
    int level = BalanceLaw.below(load);
    assertEquals(load, BalanceLaw.load(level), 1e-12, "a load of the grid");
    return level;
  }

  /** Pollaczek and Khinchin: load / (1 - load) · (1 + cv²) / 2 service times. */
  @ParameterizedTest(name = "M/G/1 with cv {0} at load {1}")
  @CsvSource({"0, 0.5", "0, 0.9", "0.5, 0.7", "1, 0.8", "2, 0.8"})
  void meanWaitOfOneServer(double cv, double load) {
    Distribution time = cv == 0 ? new Constant(1) : new Gamma(1, cv);
    double wanted = load / (1 - load) * (1 + cv * cv) / 2;
    // Whitt's approximation is exact at cv 1 and above; below he corrects by what fits G/G/1.
    assertEquals(wanted, law(time, 1, ENDLESS).waitSeconds(level(load)), 0.02 * wanted);
  }

  /** Erlang's C over the free capacity. */
  @ParameterizedTest(name = "M/M/{0} at {1}")
  @CsvSource({"1, 0.8", "2, 0.5", "8, 0.8", "50, 0.9"})
  void meanWaitOfManyServers(int servers, double load) {
    double wanted = erlangC(servers, load) / (servers * (1 - load));
    QueueLaw law = law(new Exponential(1), servers, ENDLESS);
    assertEquals(wanted, law.waitSeconds(level(load)), 1e-6 * wanted);
  }

  /** By the sum itself, term after term. */
  private static double erlangC(int servers, double load) {
    double offered = servers * load;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < servers; k++) {
      term *= offered / k;
      sum += term;
    }
    double last = term * offered / servers / (1 - load);
    return last / (sum + last);
  }

  /** M/M/c/c loses Erlang's B of its requests, M/M/1/1+K (1 - r) r^(K+1) / (1 - r^(K+2)). */
  @ParameterizedTest(name = "M/M/{0} with {1} places at {2} refuses {3}")
  @CsvSource({
    "8, 0, 0.5, 0.0304201",
    "1, 0, 0.8, 0.4444444",
    "1, 4, 0.8, 0.0888191",
    "1, 10, 0.95, 0.0618745",
    "1, 4, 1.2, 0.2506145"
  })
  void whatIsRefused(int servers, int places, double load, double wanted) {
    double refused = law(new Exponential(1), servers, places).refusedAt(load);
    assertEquals(wanted, refused, 0.01 * wanted);
  }

  /** M/M/1: the time in system is exponential with mean 1 / (1 - load). */
  @ParameterizedTest(name = "M/M/1 at {0}: {1} take no longer than {2}")
  @CsvSource({"0.5, 0.5, 1.386294", "0.5, 0.99, 9.21034", "0.8, 0.9, 11.5129", "0.9, 0.99, 46.0517"
  })
  void timeInSystem(double load, double share, double seconds) {
    Profile profile = law(new Exponential(1), 1, ENDLESS).profile(level(load));
    assertEquals(share, profile.within(seconds), 0.005);
    assertEquals(1 / (1 - load), profile.meanSeconds(), 1e-6);
  }
}
