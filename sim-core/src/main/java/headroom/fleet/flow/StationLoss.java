package headroom.fleet.flow;

/** What is lost at a station with an instance: its share of what is at work and waits there. */
final class StationLoss {

  private StationLoss() {}

  static void of(FlowStation station, double share, String cause, long now) {
    StationStep step = station.step();
    // What waits before all instances is nobody's.
    double ofWaiting = share * station.surge().partAtTargets();
    if (station.backlog().content() > 0) {
      station.backlog().lose(ofWaiting, cause, now / 1e9);
    } else {
      double most = station.work().mostSeconds(step.rate(), step.queued());
      double waits = step.waitOfNext() * (1 - station.surge().partAtTargets());
      for (FlowClient client : station.clients()) {
        double mean = Math.max(0, client.answers().meanSeconds(station) - waits);
        client.later().loses(share, Math.min(most, mean), cause, now);
      }
    }
    step.setQueued(step.queued() * (1 - ofWaiting));
  }
}
