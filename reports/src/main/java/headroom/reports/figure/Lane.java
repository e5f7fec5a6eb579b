package headroom.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A row beneath a time figure that marks when something happened.
 *
 * @param name what happened, with its count
 * @param tone the colour of the marks
 * @param spans when; a moment has no length
 */
public record Lane(String name, Tone tone, List<Span> spans) {

  public Lane {
    spans = List.copyOf(spans);
  }

  /** What can be seen of the spans when none is shorter than so many seconds, in order. */
  public List<Span> merged(double leastSeconds) {
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparingDouble(Span::from));
    List<Span> merged = new ArrayList<>();
    for (Span span : ordered) {
      double to = Math.max(span.to(), span.from() + leastSeconds);
      int last = merged.size() - 1;
      if (last >= 0 && span.from() <= merged.get(last).to()) {
        Span before = merged.get(last);
        merged.set(last, new Span(before.from(), Math.max(before.to(), to)));
      } else {
        merged.add(new Span(span.from(), to));
      }
    }
    return merged;
  }

  /** From a second to a second since the figure's start. */
  public record Span(double from, double to) {

    public static Span moment(double at) {
      return new Span(at, at);
    }

    /** What some of them cover together, each moment once, in order. */
    public static List<Span> union(List<Span> some) {
      List<Span> sorted = new ArrayList<>(some);
      sorted.sort(Comparator.comparingDouble(Span::from).thenComparingDouble(Span::to));
      List<Span> union = new ArrayList<>();
      for (Span next : sorted) {
        Span last = union.isEmpty() ? null : union.get(union.size() - 1);
        if (last != null && next.from <= last.to) {
          union.set(union.size() - 1, new Span(last.from, Math.max(last.to, next.to)));
        } else {
          union.add(next);
        }
      }
      return union;
    }
  }
}
