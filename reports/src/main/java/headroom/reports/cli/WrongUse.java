package headroom.reports.cli;

/** Thrown when the command line asks for what cannot be; the message says what would work. */
final class WrongUse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message);
  }
}
