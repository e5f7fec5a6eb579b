package headroom.fleet.traffic;

import headroom.results.Journey;
import java.util.ArrayList;
import java.util.List;

/** The stations of one request, kept only in a run that is shown. */
final class Stops {

  private final List<Journey.Stop> stops = new ArrayList<>();

  /** An attempt is over for its sender; what it asked of others stands below it. */
  void attempt(Attempt attempt, String outcome, long now) {
    boolean arrived = attempt.enteredAt() >= attempt.sentAt();
    long started =
        arrived && attempt.startedAt() >= attempt.enteredAt() ? attempt.startedAt() : now;
    stops.add(new Journey.Stop(
        0, attempt.where(), "attempt " + attempt.number, attempt.sentAt(), started, now, outcome));
    Calling calling = attempt.calling;
    if (calling != null) {
      calling.stops().forEach(stop -> stops.add(deeper(stop, 1)));
    }
  }

  /** The client waits before it tries again. */
  void backoff(String who, long from, long to) {
    stops.add(new Journey.Stop(0, who, "backoff", from, to, to, "ok"));
  }

  /** A call is over; its own attempts stand below it. */
  void call(CallLine line, Exchange exchange, String outcome, long now) {
    long from = exchange.arrivedAt();
    stops.add(new Journey.Stop(
        0, line.destinationName(), "call " + line.name(), from, from, now, outcome));
    exchange.stops().forEach(stop -> stops.add(deeper(stop, 1)));
  }

  private static Journey.Stop deeper(Journey.Stop stop, int by) {
    return new Journey.Stop(
        stop.depth() + by,
        stop.where(),
        stop.what(),
        stop.fromNanos(),
        stop.startedNanos(),
        stop.toNanos(),
        stop.outcome());
  }

  List<Journey.Stop> list() {
    return List.copyOf(stops);
  }
}
