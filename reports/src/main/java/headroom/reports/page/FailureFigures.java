package headroom.reports.page;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Lane;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.Tone;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Failed requests and bad minutes with their causes. */
final class FailureFigures {

  private static final int MOST_BARS = 8;

  private FailureFigures() {}

  /** Bars of bad minutes by cause, with intervals. */
  static List<Block> downtime(RunFacts facts) {
    return blocks(
        bars(facts, "downtime.", "downtime-by-cause", "Downtime by cause", Form.DURATION));
  }

  /** Bars of failed requests by cause, with intervals. */
  static List<Block> requests(RunFacts facts) {
    return blocks(bars(
        facts, "requests.failed-by.", "failed-by-cause", "Failed requests by cause", Form.NUMBER));
  }

  private static List<Block> blocks(Optional<BarFigure> figure) {
    return figure.map(Block.Picture::new).<List<Block>>map(List::of).orElse(List.of());
  }

  private static Optional<BarFigure> bars(
      RunFacts facts, String prefix, String id, String title, Form form) {
    List<Estimate> causes = CauseFinding.causes(facts, prefix);
    if (causes.isEmpty()) {
      return Optional.empty();
    }
    List<BarFigure.Bar> bars =
        causes.stream().limit(MOST_BARS).map(cause -> bar(cause, prefix)).toList();
    String finding = bars.get(0).name() + " caused " + bars.get(0).said() + ".";
    String note = "Per replication of " + Lengths.words(facts.seconds())
        + (facts.replications() > 1 ? "; the thin line is the 95\u00A0% interval." : ".")
        + (causes.size() > MOST_BARS
            ? " The largest " + MOST_BARS + " of " + causes.size() + " causes."
            : "");
    String unit = form == Form.DURATION ? "downtime" : "requests";
    return Optional.of(
        new BarFigure(new Caption(id, title, finding, note), Scale.linear(unit, form), bars));
  }

  private static BarFigure.Bar bar(Estimate cause, String prefix) {
    return new BarFigure.Bar(
        cause.metric().flat().substring(prefix.length()),
        Tone.TROUBLE,
        cause.mean(),
        cause.low(),
        cause.high(),
        Reading.of(cause).both());
  }

  /** Which share of requests failed when, by cause, with the bad minutes beneath. */
  static Optional<Block> overTime(Course course) {
    List<Layer> layers = Pile.of(shares(course), Layer.Shape.STACK);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    Points all = layers.stream().map(Layer::points).reduce(Points::plus).orElseThrow();
    int peak = all.peak();
    String finding = "At worst, on " + course.moment(all.x(peak)) + ", "
        + Numbers.said(Form.SHARE, all.y(peak)) + " of the requests failed.";
    String note = "Share of the requests that ended in each " + Lengths.words(course.step()) + ".";
    return Optional.of(new Block.Picture(new TimeFigure(
        new Caption("failures-over-time", "Share of requests that failed, by cause", finding, note),
        course.span(),
        Scale.linear("share of requests", Form.SHARE),
        layers,
        List.of(),
        Incidents.of(course).outageSpans(),
        downtime(course))));
  }

  private static List<Pile.Part> shares(Course course) {
    Optional<Points> good = course.values("requests.succeeded");
    Optional<Points> bad = course.values("requests.failed");
    if (good.isEmpty() || bad.isEmpty()) {
      return List.of();
    }
    Points ended = good.get().plus(bad.get());
    String prefix = "requests.failed-by.";
    return course.endings(prefix).stream()
        .flatMap(why ->
            course.values(prefix + why).map(by -> new Pile.Part(why, by.over(ended))).stream())
        .toList();
  }

  private static List<Lane> downtime(Course course) {
    List<Lane> lanes = new ArrayList<>();
    for (String why : course.endings("downtime.")) {
      Points seconds = course.values("downtime." + why).orElseThrow();
      double total = seconds.values().sum();
      if (total > 0 && !why.equals("total") && lanes.size() < MOST_BARS) {
        String name = "downtime, " + why + " (" + Numbers.said(Form.DURATION, total) + ")";
        List<Lane.Span> spans = spans(seconds, course.step());
        if (!spans.isEmpty()) {
          lanes.add(new Lane(name, Tone.TROUBLE, spans));
        }
      }
    }
    return lanes;
  }

  private static List<Lane.Span> spans(Points seconds, double step) {
    List<Lane.Span> spans = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      if (BadTimes.isBad(seconds.y(i), step)) {
        spans.add(new Lane.Span(seconds.x(i), seconds.x(i) + step));
      }
    }
    return spans;
  }
}
