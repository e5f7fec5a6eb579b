package headroom.fleet.flow;

import headroom.math.Elementary;

/** Tells clients what becomes of their attempts in a station's backlog. */
final class BacklogFate implements FluidQueue.Fate {

  private static final double ROUNDING = 1e-9;

  private final FlowStation station;
  private final ServiceTime time;
  private String cause = "";
  private double lostAt;

  BacklogFate(FlowStation station, ServiceTime time) {
    this.station = station;
    this.time = time;
  }

  /** What follows is lost by a cause at a moment. */
  void loses(String by, double atSeconds) {
    cause = by;
    lostAt = atSeconds;
  }

  FlowClient clientOf(int slot) {
    for (FlowClient client : station.clients()) {
      if (slot < client.firstSlot + client.attempts()) {
        return client;
      }
    }
    throw new IllegalStateException("no client has slot " + slot);
  }

  @Override
  public double patience(int slot) {
    return clientOf(slot).timeoutSeconds();
  }

  @Override
  public void serves(double mass, double arrived, double begun) {
    station.meter().waited(0, mass * (begun - arrived) * station.surge().partAtTargets(), mass);
    station.meter().inVain(mass);
  }

  @Override
  public void begins(int slot, double mass, double age, double arrived, double begun) {
    FlowClient client = clientOf(slot);
    int k = slot - client.firstSlot;
    if (client.isCall() || station.work().isComposed()) {
      composed(client, k, mass, age, arrived, begun);
      return;
    }
    double left = client.timeoutSeconds() - (begun - arrived);
    double edge = station.surge().edge();
    double besides = station.step().besidesSeconds();
    double late = 1;
    for (int i = 0; i < ServiceTime.POINTS; i++) {
      double serving = time.seconds(i) / station.step().pace() + besides;
      double part = serving <= left ? 1 : justInTime(edge, serving - left);
      if (part > 0) {
        double share = part * ServiceTime.SHARE[i];
        late -= share;
        double took = Math.min(begun - arrived + serving, client.timeoutSeconds());
        client.later().answered(k, mass * share, arrived, age, took, station.why());
      }
    }
    late = late > ROUNDING ? late : 0;
    station.meter().inVain(-mass * (1 - late));
    if (late > 0) {
      late(client, k, mass * late, age, arrived);
    }
  }

  /** The share of those that seem to come too late by so much who have waited for so much less. */
  private static double justInTime(double edge, double seconds) {
    return edge > 0 ? Elementary.exp(-edge * seconds) : 0;
  }

  /** The same where requests need others, or are of several kinds. */
  private void composed(
      FlowClient client, int k, double mass, double age, double arrived, double begun) {
    Course held = client.work().held();
    double waited = begun - arrived;
    double left = client.timeoutSeconds() - waited;
    double heard = client.work().heard();
    double well = heard * held.good() * held.well().within(left);
    double badly = heard * held.bad() * held.badly().within(left);
    station.meter().inVain(-mass * (well + badly));
    if (client.isCall()) {
      // What becomes of it was told when it was sent.
      return;
    }
    if (well > 0) {
      String why = station.why();
      held.well()
          .upTo(left)
          .each((from, to, share) -> client
              .later()
              .answered(k, mass * well * share, arrived, age, waited + (from + to) / 2, why));
    }
    if (badly > 0) {
      double after = waited + held.badly().meanUpTo(left);
      String why = client.work().why();
      client.later().failed(k, Outcome.ERROR, mass * badly, arrived, age, after, why);
    }
    double late = 1 - well - badly;
    if (late > ROUNDING) {
      late(client, k, mass * late, age, arrived);
    }
  }

  @Override
  public void expires(int slot, double mass, double age, double arrived) {
    FlowClient client = clientOf(slot);
    if (client.isCall()) {
      return;
    }
    late(client, slot - client.firstSlot, mass, age, arrived);
  }

  private void late(FlowClient client, int k, double mass, double age, double arrived) {
    client
        .later()
        .failed(k, Outcome.LATE, mass, arrived, age, client.timeoutSeconds(), station.why());
  }

  @Override
  public void lost(int slot, double mass, double age, double arrived) {
    FlowClient client = clientOf(slot);
    if (client.isCall()) {
      return;
    }
    client
        .later()
        .failed(slot - client.firstSlot, Outcome.LOST, mass, arrived, age, lostAt - arrived, cause);
  }
}
