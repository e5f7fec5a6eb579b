package headroom.reports.cli;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.scenarios.experiment.ProgressListener;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One line on a terminal that says how much is done, how fast, how long it will take, and how
 * precise the figures that are watched have become.
 */
final class Progress implements ProgressListener, AutoCloseable {

  private static final long SECOND = 1_000_000_000L;
  // The first replications are slow, since Java is still compiling: no promise is made of them.
  private static final long LEAST_KNOWN = 2 * SECOND;
  private static final long LEAST_BETWEEN = SECOND / 10;
  // An interval over thousands of replications takes a while to work out.
  private static final long LEAST_BETWEEN_ESTIMATES = SECOND;

  private final Terminal terminal;
  private final String name;
  private final String things;
  private final LongSupplier nanoTime;
  private long began;
  private long lastShown;
  private long lastEstimated;
  private int lastLength;
  private String precision = "";
  private String watchedOf = "";
  private Supplier<List<Estimate>> watched = List::of;

  Progress(Terminal terminal, String name, LongSupplier nanoTime) {
    this(terminal, name, "replications", nanoTime);
  }

  /** One that counts something else than replications. */
  Progress(Terminal terminal, String name, String things, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.name = name;
    this.things = things;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.lastShown = began - LEAST_BETWEEN;
    this.lastEstimated = began;
  }

  @Override
  public void onWatched(String of, Supplier<List<Estimate>> estimates) {
    watchedOf = of.isEmpty() ? "" : of + " ";
    precision = "";
    watched = estimates;
  }

  @Override
  public void onBracket(String of, double low, double high, Unit unit) {
    Form form = Form.of(Metric.value("", of, "", unit));
    precision =
        "; " + of + ": between " + Numbers.said(form, low) + " and " + Numbers.said(form, high);
  }

  @Override
  public void onPilot(int done, int planned) {
    tell(done, planned, "pilot runs for the warm-up");
    if (done == planned) {
      // The pace of what follows is its own.
      began = nanoTime.getAsLong();
      lastEstimated = began;
    }
  }

  @Override
  public void onProgress(int done, int planned) {
    tell(done, planned, things);
  }

  private void tell(int done, int planned, String what) {
    long now = nanoTime.getAsLong();
    if (terminal.isInteractive() && now - lastShown >= LEAST_BETWEEN) {
      lastShown = now;
      estimate(now);
      show(name + ": " + done + " of " + planned + " " + what + pace(done, planned, now)
          + precision);
    }
  }

  private void estimate(long now) {
    if (now - lastEstimated >= LEAST_BETWEEN_ESTIMATES) {
      lastEstimated = now;
      String said = watched.get().stream()
          .filter(Estimate::hasInterval)
          .map(each -> each.metric().flat() + " " + Reading.of(each).both())
          .collect(Collectors.joining(", "));
      precision = said.isEmpty() ? precision : "; " + watchedOf + said;
    }
  }

  private String pace(int done, int planned, long now) {
    if (done == 0 || now - began < LEAST_KNOWN) {
      return "";
    }
    double each = (now - began) / (double) SECOND / done;
    String left = planned == done ? "" : ", " + Spoken.seconds(each * (planned - done)) + " left";
    return ", " + rate(1 / each) + left;
  }

  private static String rate(double perSecond) {
    return perSecond < 1
        ? Numbers.significant(60 * perSecond, 2) + "/min"
        : Numbers.significant(perSecond, 2) + "/s";
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
