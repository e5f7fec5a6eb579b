package headroom.fleet.metrics;

import headroom.fleet.targets.Server;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each server had done when it was last looked at. */
final class Readings {

  private Map<Integer, Reading> last = new LinkedHashMap<>();

  /**
   * The counts of a server at a moment.
   *
   * @param at the moment, in simulated nanoseconds
   * @param busyArea worker-nanoseconds
   * @param bytesIn bytes received
   * @param bytesOut bytes sent
   */
  private record Reading(long at, double busyArea, long bytesIn, long bytesOut) {}

  /**
   * What a server did since it was last looked at.
   *
   * @param busy mean busy workers
   * @param bytesIn bytes received
   * @param bytesOut bytes sent
   */
  record Done(double busy, long bytesIn, long bytesOut) {}

  /** Hears what a server did. */
  interface Listener {
    void did(Server server, Done done);
  }

  /** Looks at every server that is up. */
  void read(Iterable<Server> servers, long now, Listener listener) {
    Map<Integer, Reading> next = new LinkedHashMap<>();
    for (Server server : servers) {
      if (server.isUp()) {
        Reading reading =
            new Reading(now, server.busyArea(now), server.bytesIn(), server.bytesOut());
        next.put(server.instance().ordinal(), reading);
        listener.did(server, between(before(server), reading, server));
      }
    }
    last = next;
  }

  private Reading before(Server server) {
    Reading known = last.get(server.instance().ordinal());
    return known == null ? new Reading(server.instance().inServiceSince(), 0, 0, 0) : known;
  }

  private static Done between(Reading before, Reading now, Server server) {
    long passed = now.at - before.at;
    double busy = passed == 0 ? server.busy() : (now.busyArea - before.busyArea) / passed;
    return new Done(busy, now.bytesIn - before.bytesIn, now.bytesOut - before.bytesOut);
  }
}
