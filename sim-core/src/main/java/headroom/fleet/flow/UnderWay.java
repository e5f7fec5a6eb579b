package headroom.fleet.flow;

/** How long a client's attempts are under way just now, in seconds. */
final class UnderWay {

  private UnderWay() {}

  /** Mean time of an attempt that is sent, however it ends. */
  static double holdSeconds(FlowClient client) {
    if (isToldLater(client)) {
      return answerSeconds(client);
    }
    Ends ends = client.ends();
    double answering = client.answers().meanSeconds(client.door().station());
    double inAll = ends.meanDelay() + ends.answered() * (client.waySeconds() + answering);
    return inAll / Math.max(1e-12, client.limits().admits());
  }

  /** How long an answer takes that comes in time; in a backlog, whoever waits for one. */
  static double answerSeconds(FlowClient client) {
    FlowStation station = client.door().station();
    if (!isToldLater(client)) {
      return client.waySeconds() + client.answers().meanSeconds(station);
    }
    double timeout = client.timeoutSeconds();
    Ranks ranks = station.work().ranks();
    double wait = station.speed() <= 0
        ? timeout
        : ranks == null
            ? station.step().expectedWait() / station.speed()
            : ranks.waitSeconds(ranks.line(client.kind()));
    return client.waySeconds() + Math.min(timeout, wait + station.step().servingSeconds());
  }

  private static boolean isToldLater(FlowClient client) {
    return client.door().station().step().isFluid() && !client.isCall();
  }

  /** Of those answered in time, the share that takes longer than so many seconds. */
  static double slowerThan(double slowSeconds, FlowClient client) {
    double there = Math.max(0, slowSeconds - client.waySeconds());
    return client.answers().slowerThan(there, client.door().station());
  }
}
