package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Text;
import headroom.results.Journey.Stop;
import headroom.results.Part;
import headroom.results.SlowRequests.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The way of one request as lines of text: a bar on a common scale, and what it stands for. */
final class Waterfall {

  private static final int WIDTH = 24;
  private static final int MOST_LINES = 12;
  private static final String WAITING = "░";
  private static final String WORKING = "█";
  private static final String NOTHING = "·";

  private final Told request;

  private Waterfall(Told request) {
    this.request = request;
  }

  static String of(Told request) {
    return String.join("\n", new Waterfall(request).lines());
  }

  private List<String> lines() {
    if (request.stops().isEmpty()) {
      return parts();
    }
    List<String> lines = new ArrayList<>();
    request.stops().stream().limit(MOST_LINES).forEach(stop -> lines.add(line(stop)));
    int more = request.stops().size() - MOST_LINES;
    if (more > 0) {
      lines.add("… and " + more + " more, in slow-requests.csv");
    }
    return lines;
  }

  /** Without stations, the parts in the order in which they usually come. */
  private List<String> parts() {
    List<String> lines = new ArrayList<>();
    long from = 0;
    for (int i = 0; i < request.partNanos().size(); i++) {
      long nanos = request.partNanos().get(i);
      Part part = Part.values()[i];
      if (nanos > 0) {
        // Calls are work as well: of others.
        boolean works = part == Part.SERVICE || part == Part.CALLS;
        long worked = works ? from : from + nanos;
        lines.add(
            bar(from, worked, from + nanos) + " " + length(nanos) + " " + PartWords.shortly(part));
        from += nanos;
      }
    }
    return lines;
  }

  private String line(Stop stop) {
    long begin = request.arrivedNanos();
    String bar = bar(stop.fromNanos() - begin, stop.startedNanos() - begin, stop.toNanos() - begin);
    String outcome = stop.outcome().equals("ok") ? "" : ": " + stop.outcome();
    return bar + " " + length(stop.toNanos() - stop.fromNanos()) + " " + "  ".repeat(stop.depth())
        + Text.cut(stop.what(), 40) + " → " + Text.cut(stop.where(), 40) + outcome;
  }

  private static String length(long nanos) {
    String said = Numbers.said(Form.DURATION, nanos / 1e9);
    return String.format(Locale.ROOT, "%9s", said);
  }

  private String bar(long from, long started, long to) {
    StringBuilder bar = new StringBuilder(WIDTH);
    int first = place(from);
    int last = Math.max(first, place(to - 1));
    for (int i = 0; i < WIDTH; i++) {
      boolean waits = started >= to || middle(i) < started;
      bar.append(i < first || i > last ? NOTHING : waits ? WAITING : WORKING);
    }
    return bar.toString();
  }

  private int place(long nanos) {
    return (int) Math.max(0, Math.min(WIDTH - 1, nanos * WIDTH / Math.max(1, request.tookNanos())));
  }

  private double middle(int cell) {
    return (cell + 0.5) * request.tookNanos() / WIDTH;
  }
}
