package headroom.reports.figure;

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

  /** From a second to a second since the figure's start. */
  public record Span(double from, double to) {

    public static Span moment(double at) {
      return new Span(at, at);
    }
  }
}
