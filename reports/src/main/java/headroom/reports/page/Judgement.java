package headroom.reports.page;

import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;

/**
 * Whether a target is met, by the whole interval of an estimate.
 *
 * @param state what can be said
 * @param text the same in a sentence
 */
public record Judgement(State state, String text) {

  /** What can be said of a target. */
  public enum State {
    MET("met"),
    MISSED("missed"),
    UNDECIDED("undecided");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Judges an estimate that must not lie below a target. */
  static Judgement atLeast(String what, double target, Estimate estimate) {
    State state = !estimate.hasInterval()
        ? State.UNDECIDED
        : state(estimate.low() >= target, estimate.high() < target);
    return of(state, what, "at least ", target, estimate);
  }

  /** Judges an estimate that must not lie above a target. */
  static Judgement atMost(String what, double target, Estimate estimate) {
    State state = !estimate.hasInterval()
        ? State.UNDECIDED
        : state(estimate.high() <= target, estimate.low() > target);
    return of(state, what, "at most ", target, estimate);
  }

  private static State state(boolean met, boolean missed) {
    return met ? State.MET : missed ? State.MISSED : State.UNDECIDED;
  }

  private static Judgement of(
      State state, String what, String side, double target, Estimate estimate) {
    String goal = side + Numbers.said(headroom.reports.figure.Form.of(estimate.metric()), target);
    Reading reading = Reading.of(estimate);
    return new Judgement(
        state, what + ", target " + goal + ": " + reason(state, estimate, reading) + ".");
  }

  private static String reason(State state, Estimate estimate, Reading reading) {
    if (!estimate.hasInterval()) {
      return "one replication gave " + reading.value() + "; how far it varies is unknown";
    }
    String whole = "the interval, " + reading.interval() + ", ";
    return switch (state) {
      case MET -> whole + "lies wholly on its side";
      case MISSED -> whole + "lies wholly beyond it";
      case UNDECIDED -> whole + "reaches both sides of it; more replications may decide";
    };
  }
}
