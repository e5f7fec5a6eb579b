package headroom.fleet.flow;

import java.util.List;

/** How long the steps of a part are while it is restless. Seconds. */
final class StepLength {

  /** So many of the shortest steps are a timeout. */
  static final double STEPS_A_TIMEOUT = 20;

  private static final double SHORTEST = 1e-3;
  private static final double LONGEST = 60;
  // What is sent again is due at a step's end at the earliest: longer ones would hold it back.
  private static final double TIMEOUTS_A_STEP = 2;
  private static final double STEPS_A_FILLING = 10;

  private StepLength() {}

  /** The step in which nothing that matters goes unseen. */
  static double shortest(
      List<FlowClient> clients, List<FlowStation> stations, List<Population> populations) {
    double shortest = LONGEST;
    for (FlowClient client : clients) {
      double limit = client.retries()
          ? client.shortestLoop()
          : Math.min(client.timeoutSeconds(), client.door().station().step().longestWait());
      shortest = Math.min(shortest, limit / STEPS_A_TIMEOUT);
    }
    for (FlowStation station : stations) {
      shortest = Math.min(shortest, station.work().fillSeconds() / STEPS_A_TIMEOUT);
    }
    for (Population users : populations) {
      shortest = Math.min(shortest, users.paceSeconds() / STEPS_A_TIMEOUT);
    }
    return Math.max(SHORTEST, shortest);
  }

  /**
   * A step that keeps nobody of those who wait in a backlog from coming back when he would, and
   * sees a cache fill.
   */
  static double longest(List<FlowClient> clients, List<FlowStation> stations, double shortest) {
    double longest = LONGEST;
    for (FlowStation station : stations) {
      if (station.work().isMoving(LONGEST)) {
        longest = Math.min(longest, station.work().fillSeconds() / STEPS_A_FILLING);
      }
    }
    for (FlowClient client : clients) {
      if (client.retries() && !client.isCall()) {
        longest = Math.min(longest, TIMEOUTS_A_STEP * client.shortestLoop());
      }
    }
    return Math.max(shortest, longest);
  }
}
