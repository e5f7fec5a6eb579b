package headroom.fleet.flow;

import headroom.workload.Service;

/**
 * How many requests one instance lets in: a bounded queue, or load shedding that begins before it is
 * full, which bounds it all the same.
 *
 * @param workers requests served at once at most
 * @param places waiting places beyond them
 * @param beyond how a request ends that finds no room
 */
record Room(int workers, int places, Outcome beyond) {

  static Room of(Service service) {
    int workers = service.workers();
    int all = (int) Math.min((long) workers + service.queue(), Integer.MAX_VALUE);
    int above = service.shedding().map(shedding -> shedding.above()).orElse(Integer.MAX_VALUE);
    if (above >= all) {
      return new Room(workers, service.queue(), Outcome.REFUSED);
    }
    int served = Math.min(workers, above);
    return new Room(served, above - served, Outcome.SHED);
  }
}
