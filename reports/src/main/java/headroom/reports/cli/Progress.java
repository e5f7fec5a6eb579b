package headroom.reports.cli;

import headroom.scenarios.experiment.ProgressListener;
import java.util.function.LongSupplier;

/** One line on a terminal that says how many replications are done and how long it will take. */
final class Progress implements ProgressListener, AutoCloseable {

  private static final long SECOND = 1_000_000_000L;
  // The first replications are slow, since Java is still compiling: no promise is made of them.
  private static final long LEAST_KNOWN = 2 * SECOND;
  private static final long LEAST_BETWEEN = SECOND / 10;

  private final Terminal terminal;
  private final String name;
  private final LongSupplier nanoTime;
  private final long began;
  private long lastShown;
  private int lastLength;

  Progress(Terminal terminal, String name, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.name = name;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.lastShown = began - LEAST_BETWEEN;
  }

  @Override
  public void onProgress(int done, int planned) {
    long now = nanoTime.getAsLong();
    if (terminal.isInteractive() && now - lastShown >= LEAST_BETWEEN) {
      lastShown = now;
      show(name + ": " + done + " of " + planned + " replications" + left(done, planned, now));
    }
  }

  private String left(int done, int planned, long now) {
    if (done == 0 || planned == done || now - began < LEAST_KNOWN) {
      return "";
    }
    double seconds = (now - began) / (double) SECOND / done * (planned - done);
    return ", " + Spoken.seconds(seconds) + " left";
  }

  private void show(String text) {
    String line = Wrap.length(text) < terminal.columns() ? text : cut(text);
    int blanks = Math.max(0, lastLength - Wrap.length(line));
    terminal.err().print("\r" + line + " ".repeat(blanks));
    terminal.err().flush();
    lastLength = Wrap.length(line);
  }

  // A line that wraps cannot be written over.
  private String cut(String text) {
    return text.substring(0, text.offsetByCodePoints(0, terminal.columns() - 1));
  }

  /** Leaves the line empty. */
  @Override
  public void close() {
    if (lastLength > 0) {
      terminal.err().print("\r" + " ".repeat(lastLength) + "\r");
      terminal.err().flush();
      lastLength = 0;
    }
  }
}
