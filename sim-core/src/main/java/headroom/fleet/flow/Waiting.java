package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.math.Erlangs;

/**
 * Waiting in a GI/G/m queue without limit, in units of the mean service time.
 *
 * <p>Whitt, "Approximations for the GI/G/m queue", Production and Operations Management 2 (1993):
 * the mean wait by his (2.24) and (2.25), the probability to wait by his section 3. Both are Erlang's
 * own for M/M/m; where the service varies more than it does there, the mean is drawn toward Lee and
 * Longton's (1 + cs²)/2 of it as arrivals become Poisson, which is Pollaczek and Khinchin's for M/G/1.
 *
 * @param servers m
 * @param load the load of a server, above 0 and below 1
 * @param probability that a request waits
 * @param mean mean wait of all requests, in service times
 */
record Waiting(int servers, double load, double probability, double mean) {

  /** The wait at a load, for squared coefficients of variation of the gaps and of the service. */
  static Waiting of(int servers, double load, double ca2, double cs2) {
    double erlang = Erlangs.c(servers, load);
    double exponential = erlang / (servers * (1 - load));
    double mean = exponential * (ca2 + cs2) / 2 * correction(servers, load, ca2, cs2);
    double waits = Math.min(1, Math.max(probability(servers, load, ca2, cs2, erlang), 1e-12));
    return new Waiting(servers, load, waits, Math.max(mean, 0));
  }

  private static double correction(int m, double load, double ca2, double cs2) {
    double gamma =
        Math.min(0.24, (1 - load) * (m - 1) * (Math.sqrt(4 + 5.0 * m) - 2) / (16 * m * load));
    double one = 1 + gamma;
    double three = (1 - 4 * gamma) * Elementary.exp(-2 * (1 - load) / (3 * load));
    double psi = psi((ca2 + cs2) / 2, Math.min(1, (one + three) / 2));
    if (ca2 >= cs2) {
      double weight = ca2 == 0 ? 1 : 4 * (ca2 - cs2) / (4 * ca2 - 3 * cs2);
      return weight * one + (1 - weight) * psi;
    }
    double whitt =
        (cs2 - ca2) / (2 * ca2 + 2 * cs2) * three + (cs2 + 3 * ca2) / (2 * ca2 + 2 * cs2) * psi;
    // His blend is low for M/G/1 with cs2 above 1, which Pollaczek and Khinchin settle.
    double poisson = Math.min(1, ca2);
    return cs2 >= 1 ? poisson + (1 - poisson) * whitt : whitt;
  }

  private static double psi(double c2, double four) {
    return c2 >= 1 ? 1 : Elementary.pow(Math.max(four, 1e-9), 2 * (1 - c2));
  }

  private static double probability(int m, double load, double ca2, double cs2, double erlang) {
    if (ca2 + cs2 == 0) {
      return 1e-12;
    }
    double root = (1 - load) * Math.sqrt(m);
    double normal = upper(root);
    double four = ratio(upper((1 + cs2) * root / (ca2 + cs2)), normal, erlang);
    double five = ratio(upper(2 * root / (1 + ca2)), normal, erlang);
    double one = load * load * four + (1 - load * load) * five;
    double z = (ca2 + cs2) / (1 + cs2);
    double gamma = (m - m * load - 0.5) / Math.sqrt(m * load * z);
    if (m <= 6 || gamma <= 0.5 || ca2 >= 1) {
      return one;
    }
    double two = ca2 * one + (1 - ca2) * upper(gamma);
    double share = gamma >= 1 ? 1 : 2 * (1 - ca2) * (gamma - 0.5);
    return share * two + (1 - share) * one;
  }

  private static double ratio(double upper, double normal, double erlang) {
    return normal < 1e-300 ? erlang : Math.min(1, upper * erlang / normal);
  }

  /** How much longer than one the longest of so many exponential times is: 1 + 1/2 + ... + 1/k. */
  static double longest(double count) {
    if (count < 1) {
      return count;
    }
    double longest = 0;
    for (int k = 1; k <= Math.min(count, 100); k++) {
      longest += 1.0 / k;
    }
    return longest;
  }

  private static double upper(double x) {
    return Elementary.normalCdf(-x);
  }
}
