package headroom.fleet.traffic;

import headroom.random.Stream;

/**
 * The connections that requests of many independent senders come on: so many requests each, on
 * average, and so many open at a time that neighbours in time are hardly ever on the same.
 */
final class Connections {

  /** Connections open at a time; only what follows from their number being large is meant. */
  private static final long AT_A_TIME = 256;

  private final long requests;
  private final boolean single;
  private final Stream luck;
  private long block = -1;
  private long since;

  Connections(double requestsEach, Stream luck) {
    this.single = requestsEach <= 1;
    this.requests = Math.max(1, (long) Math.min(0x1p40, requestsEach * AT_A_TIME));
    this.luck = luck;
  }

  /** The key of the connection of a request. */
  long of(long ordinal) {
    return single
        ? luck.bits(ordinal)
        : luck.bits(ordinal / requests, (luck.bits(ordinal) >>> 1) % AT_A_TIME);
  }

  /** When it was opened: with the first request that any of those open with it has carried. */
  long openedAt(long ordinal, long sentAt) {
    if (single) {
      return sentAt;
    }
    if (ordinal / requests > block) {
      block = ordinal / requests;
      since = sentAt;
    }
    return Math.min(since, sentAt);
  }
}
