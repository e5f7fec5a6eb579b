package headroom.reports.cli;

/** Says what became of the results when the program is stopped (Ctrl-C) while this is open. */
final class Interruption implements AutoCloseable {

  static final String MESSAGE = "headroom: interrupted; nothing was written";

  private final Terminal terminal;
  private final String message;
  private final Thread hook = new Thread(this::announce, "interruption");

  private Interruption(Terminal terminal, String message) {
    this.terminal = terminal;
    this.message = message;
  }

  static Interruption toldOn(Terminal terminal) {
    return told(terminal, MESSAGE);
  }

  /** Says something else: a study is kept as far as it is. */
  static Interruption told(Terminal terminal, String message) {
    Interruption interruption = new Interruption(terminal, message);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void announce() {
    if (terminal.isInteractive()) {
      terminal.err().println(); // the cursor stands behind a progress line
    }
    terminal.note(message);
    terminal.err().flush();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The program is on its way out, and this has been said.
    }
  }
}
