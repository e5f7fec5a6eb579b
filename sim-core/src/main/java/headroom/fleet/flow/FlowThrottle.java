package headroom.fleet.flow;

import headroom.policy.limit.AdaptiveThrottle;
import java.util.ArrayDeque;

/** The throttles of all callers as one: requests and accepts of the last while, as amounts. */
final class FlowThrottle {

  private static final double LOOKS = 60;
  private static final double NEARLY_ALL = 0.999;

  private final AdaptiveThrottle rule;
  private final double window;
  private final ArrayDeque<Stretch> stretches = new ArrayDeque<>();
  private double requests;
  private double accepts;
  private double acceptedLate;

  /** What came of some steps: requests, and those accepted. */
  private static final class Stretch {
    private final double begin;
    private double requests;
    private double accepts;

    Stretch(double begin) {
      this.begin = begin;
    }
  }

  FlowThrottle(AdaptiveThrottle rule) {
    this.rule = rule;
    this.window = rule.window().toNanos() / 1e9;
  }

  /** The share turned away just now by each of so many callers. */
  double turnsAway(double processes) {
    double excess = (requests - rule.k() * accepts) / processes;
    return Math.max(0, excess / (requests / processes + 1));
  }

  /** So many are accepted of those sent before. */
  void accepted(double count) {
    acceptedLate += count;
  }

  /** A step with so many requests, of which so many were accepted at once, is over. */
  void pass(double end, double made, double acceptedAtOnce) {
    Stretch last = stretches.peekLast();
    if (last == null || end - last.begin > window / LOOKS) {
      last = new Stretch(end);
      stretches.add(last);
    }
    last.requests += made;
    last.accepts += acceptedAtOnce + acceptedLate;
    requests += made;
    accepts += acceptedAtOnce + acceptedLate;
    acceptedLate = 0;
    while (stretches.size() > 1 && stretches.getFirst().begin <= end - window) {
      Stretch gone = stretches.remove();
      requests = Math.max(0, requests - gone.requests);
      accepts = Math.max(0, accepts - gone.accepts);
    }
  }

  /** How long a step may be, in seconds; infinite while all are accepted. */
  double step() {
    return accepts < NEARLY_ALL * requests ? window / LOOKS : Double.POSITIVE_INFINITY;
  }
}
