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
  /** Stopped: it keeps its disk, and is not billed. */
  STOPPED(false),
  /** No longer running, not yet noticed. */
  FAILED(false),
  TERMINATED(false);

  private final boolean running;

  State(boolean running) {
    this.running = running;
  }

  public boolean isRunning() {
    return running;
  }

  /** True between the launch and being in service. */
  public boolean isStarting() {
    return this == PENDING || this == BOOTING || this == BOOTSTRAPPING;
  }

  boolean mayBecome(State next) {
    return switch (this) {
      case PENDING -> next == BOOTING || next == FAILED || next == TERMINATED;
      case BOOTING -> next == BOOTSTRAPPING || next == FAILED || next == TERMINATED;
      case BOOTSTRAPPING -> next == IN_SERVICE || next == FAILED || next == TERMINATED;
      case IN_SERVICE ->
        next == DRAINING
            || next == VACATED
            || next == STOPPED || next == FAILED || next == TERMINATED;
      case STOPPED -> next == TERMINATED;
      case DRAINING, VACATED -> next == FAILED || next == TERMINATED;
      case FAILED -> next == TERMINATED;
      case TERMINATED -> false;
    };
  }
}
