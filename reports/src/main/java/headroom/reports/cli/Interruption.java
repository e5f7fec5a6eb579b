package headroom.reports.cli;

/** Says that nothing was written when the program is stopped (Ctrl-C) while this is open. */
final class Interruption implements AutoCloseable {

  static final String MESSAGE = "headroom: interrupted; nothing was written";

  private final Terminal terminal;
  private final Thread hook = new Thread(this::announce, "interruption");

  private Interruption(Terminal terminal) {
    this.terminal = terminal;
  }

  static Interruption toldOn(Terminal terminal) {
    Interruption interruption = new Interruption(terminal);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void announce() {
    if (terminal.isInteractive()) {
      terminal.err().println(); // the cursor stands behind a progress line
    }
    terminal.note(MESSAGE);
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
