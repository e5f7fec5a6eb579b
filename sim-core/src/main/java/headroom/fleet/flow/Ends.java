package headroom.fleet.flow;

import java.util.Arrays;

/**
 * How attempts of a step end: well, or badly by a share for each way, after how long, and by which
 * cause.
 */
final class Ends {

  private final double[] share = new double[Outcome.COUNT];
  private final double[] delay = new double[Outcome.COUNT];
  private final String[] why = new String[Outcome.COUNT];

  private double answered = 1;
  private double reach = 1;

  Ends() {
    Arrays.fill(why, "");
  }

  /** Notes the share of attempts that reach a working instance. */
  void reaches(double ofAttempts) {
    reach = ofAttempts;
  }

  double reach() {
    return reach;
  }

  /** Notes the share of attempts that are answered in time. */
  void areAnswered(double ofAttempts) {
    answered = ofAttempts;
  }

  double answered() {
    return answered;
  }

  void set(Outcome outcome, double ofAttempts, double afterSeconds, String cause) {
    share[outcome.ordinal()] = ofAttempts;
    delay[outcome.ordinal()] = afterSeconds;
    why[outcome.ordinal()] = cause;
  }

  double share(int outcome) {
    return share[outcome];
  }

  double share(Outcome outcome) {
    return share[outcome.ordinal()];
  }

  double delay(int outcome) {
    return delay[outcome];
  }

  String why(int outcome) {
    return why[outcome];
  }

  /** The share of attempts whose end is told later. */
  double open() {
    double open = 1 - answered;
    for (double known : share) {
      open -= known;
    }
    return Math.max(0, open);
  }

  /** The cause of most of them; empty when there are none. */
  String mostlyWhy() {
    int most = 0;
    for (int i = 1; i < Outcome.COUNT; i++) {
      most = share[i] > share[most] ? i : most;
    }
    return share[most] > 0 ? why[most] : "";
  }

  /** The share of attempts that is taken and worked on, however late or badly that ends. */
  double worked() {
    double taken = 1;
    for (Outcome outcome : Outcome.ALL) {
      boolean works = outcome == Outcome.LATE || outcome == Outcome.ERROR;
      taken -= works ? 0 : share[outcome.ordinal()];
    }
    return Math.max(0, taken);
  }

  /** The same of those who come to a door, from when they have come after some of it. */
  double meanDelayAt(double waySeconds) {
    double mean = meanDelay();
    for (int i = 0; waySeconds > 0 && i < Outcome.COUNT; i++) {
      mean -=
          share[i] * (delay[i] == Double.POSITIVE_INFINITY ? 0 : Math.min(waySeconds, delay[i]));
    }
    return mean;
  }

  /** Mean seconds until they end, with 0 for those that end well or never. */
  double meanDelay() {
    double mean = 0;
    for (int i = 0; i < Outcome.COUNT; i++) {
      mean += share[i] * (delay[i] == Double.POSITIVE_INFINITY ? 0 : delay[i]);
    }
    return mean;
  }
}
