package headroom.fleet.instances;

/** How far an instance is prepared before it is launched into a group, or started again. */
public enum Preparation {
  /** Not at all: it goes through the whole of its start. */
  NONE,
  /** Its bootstrap is done; it boots, and its application starts. */
  STOPPED,
  /** Its memory is kept too; it only boots. */
  HIBERNATED,
  /** It runs, ready to serve. */
  RUNNING,
  /** It was of the group before, without its memory; no hook is asked about it again. */
  RESTARTED,
  /** It was of the group before, with its memory; no hook is asked about it again. */
  RESUMED;

  private static final Preparation[] ALL = values();

  /** A number for fields that are to be small. */
  byte code() {
    return (byte) ordinal();
  }

  static Preparation of(byte code) {
    return ALL[code];
  }

  boolean startsApplication() {
    return this == STOPPED || this == RESTARTED;
  }

  boolean asksHooks() {
    return this != RESTARTED && this != RESUMED;
  }
}
