package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.spec.DnsName;

/**
 * How old the answers are that requests go by, as a law.
 *
 * <p>A resolver keeps an answer for L (the TTL, or an exponential time of that mean) and asks again
 * with the first request after it. Where r requests a second come to it one in 1 + rL is that first
 * one, and goes by a fresh answer; the age of the others' is uniform up to L, or exponential
 * (platform sheet §6.1; renewal-reward over one cycle). Seconds.
 */
final class AnswerAges {

  private static final double NEGLIGIBLE = 1e-9;
  private static final double STEPS_OF_TTL = 40;
  private static final double STEPS_OF_KEEPING = 20;

  private final double ttl;
  private final double ignoring;
  private final double keeps;

  AnswerAges(DnsName name) {
    ttl = name.ttl().toNanos() / 1e9;
    ignoring = name.resolvers().ignoring();
    keeps = name.resolvers().ignoringFor().toNanos() / 1e9;
  }

  /** The share of requests for which the name's servers are asked. */
  double asks(double perResolver) {
    return (1 - ignoring) / (1 + perResolver * ttl) + ignoring / (1 + perResolver * keeps);
  }

  /** The share of requests between two moments that go by an answer made at another or later. */
  double since(double made, double from, double to, double perResolver) {
    if (made >= to) {
      return 0;
    }
    double least = Math.max(0, from - made);
    double most = to - made;
    double first = 1 / (1 + perResolver * ttl);
    double often = 1 / (1 + perResolver * keeps);
    double uniform = young(most) - young(least);
    double endless = most - least - keeps * (left(least) - left(most));
    double usual = first * (most - least) + (1 - first) * uniform;
    double stubborn = often * (most - least) + (1 - often) * endless;
    return Math.min(1, ((1 - ignoring) * usual + ignoring * stubborn) / (to - from));
  }

  /** The integral of min(1, x / TTL). */
  private double young(double x) {
    return x >= ttl ? x - ttl / 2 : x * x / (2 * ttl);
  }

  private double left(double x) {
    return Elementary.exp(-x / keeps);
  }

  /** True when nobody has an answer any more that was replaced so long ago. */
  boolean isForgotten(double seconds) {
    return seconds >= ttl && ignoring * left(seconds) < NEGLIGIBLE;
  }

  /** How long a step may be so long after an answer was replaced. */
  double step(double seconds) {
    return seconds < ttl
        ? Math.max(1e-3, Math.min(ttl / STEPS_OF_TTL, ttl - seconds))
        : keeps / STEPS_OF_KEEPING;
  }
}
