package headroom.fleet.flow;

import headroom.results.FlowAccount;

/** What a client is told between steps, or of those of its attempts that wait in a backlog. */
final class ToldLater {

  private static final double NEGLIGIBLE = 1e-12;

  private final FlowClient client;
  private final FlowAccount account;

  ToldLater(FlowClient client, FlowAccount account) {
    this.client = client;
    this.account = account;
  }

  /** So many attempts that arrived at a moment are answered after so long. */
  void answered(int k, double count, double arrived, double ageThen, double took, String cause) {
    double way = client.waySeconds();
    client.answers().after(count, ageThen + way + took, originOf(arrived, ageThen), cause);
    client.limits().ended(count, true, true, way + took);
    client.door().meter().settled(nanos(arrived), count * took, count, client.origin());
    client.budget().succeeded(k, count);
    client.origin().ended(count, 0, arrived + way + took - client.endSeconds());
  }

  /** So many attempts that arrived at a moment fail after so long. */
  void failed(
      int k,
      Outcome outcome,
      double count,
      double arrived,
      double ageThen,
      double atDoor,
      String cause) {
    double after = client.waySeconds() + atDoor;
    client.limits().ended(count, false, outcome == Outcome.ERROR, after);
    boolean again = client.times().isRetried(outcome.ordinal()) && k + 1 < client.attempts();
    double share = again ? client.budget().takes(count, outcome) : 0;
    long from = originOf(arrived, ageThen);
    if (share < 1) {
      double lost = count * (1 - share);
      account.failed(from, from + 1, lost, outcome.how(client.origin(), after), cause);
      client.origin().ended(lost, lost, arrived + after - client.endSeconds());
    }
    if (share > 0) {
      double at = arrived + after;
      double until = at + client.stepSeconds() * 0.5;
      client
          .pendingRetries()
          .add(k + 1, count * share, ageThen + after, at, until, client.endSeconds());
    }
    client.door().meter().settled(nanos(arrived), count * atDoor, 0, client.origin());
  }

  private static long nanos(double at) {
    return Math.max(0, (long) (at * 1e9));
  }

  private static long originOf(double arrived, double ageThen) {
    return nanos(arrived - ageThen);
  }

  /** A share of what is under way is lost after all, though it was counted as answered. */
  void loses(double lostShare, double meanSeconds, String cause, long now) {
    // Nothing has been under way for longer than all has gone on.
    double count = client.successRate() * Math.min(meanSeconds, now / 1e9) * lostShare;
    if (count <= NEGLIGIBLE) {
      return;
    }
    long from = Math.max(0, now - Math.max(1, (long) (meanSeconds * 1e9)));
    client
        .answers()
        .takeBack(count, from, Math.max(now, from + 1), client.door().station());
    client.origin().ended(-count, 0, 0);
    failed(0, Outcome.LOST, count, from / 1e9, 0, (now - from) / 1e9, cause);
  }
}
