package headroom.fleet.instances;

/** Where an instance is between launch and end; only running states are billed (sheet §1.1). */
public enum State {
  /** Asked for; not billed. */
  PENDING(false),
  /** Running: the operating system starts. */
  BOOTING(true),
  /** Running: configuration and application start. */
  BOOTSTRAPPING(true),
  /** Running and in service. */
  IN_SERVICE(true),
  /** Running: finishing its requests before it ends. */
  DRAINING(true),
  /** Running: it finishes its requests, is out of service for a while, and then comes back. */
  VACATED(true),
  /** Running: it starts its operating system once more, and serves nobody meanwhile. */
  REBOOTING(true),
  /** Running: its memory is written to its disk, for which it is billed (sheet §1.1). */
  HIBERNATING(true),
  /** On its way to being stopped; not billed. */
  STOPPING(false),
  /** Stopped: it keeps its disk, and is not billed. */
  STOPPED(false),
  /** No longer running, not yet noticed. */
  FAILED(false),
  TERMINATED(false);

  private static final State[] ALL = values();

  private final boolean running;

  State(boolean running) {
    this.running = running;
  }

  /** A number for fields that are to be small. */
  byte code() {
    return (byte) ordinal();
  }

  static State of(byte code) {
    return ALL[code];
  }

  public boolean isRunning() {
    return running;
  }

  /** True between the launch and being in service. */
  public boolean isStarting() {
    return this == PENDING || this == BOOTING || this == BOOTSTRAPPING;
  }

  /** True when somebody has switched it off: no failure can hit it. */
  public boolean isOff() {
    return this == STOPPING || this == STOPPED;
  }

  boolean mayBecome(State next) {
    return switch (this) {
      case PENDING -> next == BOOTING || next == FAILED || next == TERMINATED;
      case BOOTING -> next == BOOTSTRAPPING || next == FAILED || next == TERMINATED;
      case BOOTSTRAPPING -> next == IN_SERVICE || next == FAILED || next == TERMINATED;
      case IN_SERVICE ->
        next == DRAINING
            || next == VACATED
            || next == REBOOTING
            || next == HIBERNATING
            || next == STOPPING
            || next == STOPPED
            || next == FAILED
            || next == TERMINATED;
      case HIBERNATING -> next == STOPPED || next == FAILED || next == TERMINATED;
      case STOPPING -> next == STOPPED || next == TERMINATED;
      case STOPPED -> next == TERMINATED;
      case REBOOTING, DRAINING, VACATED -> next == FAILED || next == TERMINATED;
      case FAILED -> next == TERMINATED;
      case TERMINATED -> false;
    };
  }
}
