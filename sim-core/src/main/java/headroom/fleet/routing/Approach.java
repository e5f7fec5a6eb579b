package headroom.fleet.routing;

import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Detour;

/** The way of requests to something in one region, which takes time from regions afar. */
final class Approach {

  private final Network network;
  private final String region;
  private final Detour taken;
  private final boolean isFar;

  /**
   * Makes the way to a region.
   *
   * @param taken what takes requests that have come
   */
  Approach(Network network, String region, Detour taken) {
    this.network = network;
    this.region = region;
    this.taken = taken;
    this.isFar = !region.isEmpty() && network.places().hasDistances();
  }

  /** Lets a request be taken, if it is from another region when it has had its way. */
  void come(Attempt request, long now) {
    if (!isFar || !network.delays(request, region, taken, now)) {
      taken.goOn(request, now);
    }
  }
}
