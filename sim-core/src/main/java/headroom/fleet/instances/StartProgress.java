package headroom.fleet.instances;

/** What an instance needs to know until it serves: of a large fleet, few have it at one time. */
final class StartProgress {

  /** When somebody decided that it was wanted; -1 where it was there from the beginning. */
  long decidedAt = -1;

  /** When the stage of its start began that it is in. */
  long stageSince;

  /** When its bootstrap began. */
  long stepsSince;

  /** The step of its bootstrap that it is at, and how often that has failed. */
  byte step;

  byte attempt;

  /** True once its first passed check has been seen. */
  boolean ready;

  // A reference would take eight bytes more.
  private byte prepared = Preparation.NONE.code();

  /** How far it was prepared before. */
  Preparation prepared() {
    return Preparation.of(prepared);
  }

  void prepare(Preparation how) {
    prepared = how.code();
  }
}
