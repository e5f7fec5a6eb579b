package headroom.fleet.flow;

import headroom.results.How;

/** The ways in which an attempt that is part of a rate can end badly. */
enum Outcome {
  /** A limit of its sender kept it back. */
  RATE_LIMITED(How.RATE_LIMITED),
  /** Its sender's breaker was open. */
  BREAKER_OPEN(How.BREAKER_OPEN),
  /** Its name leads nowhere, or to a stranger. */
  UNNAMED(How.DNS),
  /** Nobody is there to be tried. */
  NO_TARGET(How.NO_TARGET),
  /** It was sent to an instance that has stopped. */
  SILENT(How.TIMEOUT),
  /** No waiting place was left. */
  REFUSED(How.REFUSED),
  /** There were too many to let it in. */
  SHED(How.SHED),
  /** It took longer than its client waits. */
  LATE(How.TIMEOUT),
  /** Something it needed of another service could not be had. */
  ERROR(How.ERROR),
  /** The instance that held it has stopped. */
  LOST(How.CONNECTION_LOST);

  static final Outcome[] ALL = values();
  static final int COUNT = ALL.length;

  final How how;

  Outcome(How how) {
    this.how = how;
  }

  /** How it is told of an origin's request that ends so after some seconds. */
  How how(Origin origin, double seconds) {
    boolean waitsInVain = this == LATE || this == SILENT;
    return waitsInVain && origin.givesUpAfter(seconds) ? How.ABANDONED : how;
  }
}
