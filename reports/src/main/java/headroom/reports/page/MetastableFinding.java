package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.results.MetastableEpisode;
import headroom.results.Run;
import headroom.statistics.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Times when clients were not answered though what began it was over. */
final class MetastableFinding {

  private static final int MOST_ROWS = 20;

  private MetastableFinding() {}

  static Optional<Finding> of(RunFacts facts) {
    return facts
        .estimate("metastable.seconds")
        .filter(seconds -> seconds.mean() > 0)
        .map(seconds -> new Finding(sentence(facts, seconds), "metastable"));
  }

  private static String sentence(RunFacts facts, Estimate seconds) {
    String said = "Clients stay unanswered though the trigger is over (a metastable failure): "
        + Reading.of(seconds).both() + " in a replication.";
    return facts.shown().metastable().stream()
        .max(Comparator.comparingLong(MetastableEpisode::nanos))
        .map(longest -> said + " " + longest(longest))
        .orElse(said);
  }

  private static String longest(MetastableEpisode episode) {
    return "In the one shown, " + episode.workload() + " stays down for "
        + Numbers.said(Form.DURATION, episode.nanos() / 1e9) + after(episode)
        + ", kept there by " + words(episode.effect()) + ".";
  }

  private static String after(MetastableEpisode episode) {
    return switch (episode.trigger()) {
      case "none" -> " without a trigger that was seen";
      case "load" -> " after the load was back to what had been served well";
      case "capacity" -> " after the capacity that was missing was back";
      default -> " after " + episode.trigger() + " was over";
    };
  }

  private static String words(MetastableEpisode.Effect effect) {
    return switch (effect) {
      case RETRIES -> "requests that are sent again and again";
      case ABANDONED_WORK -> "work for clients that no longer wait";
      case COLD_CACHE -> "a cache that cannot fill";
    };
  }

  /** The episodes of the shown replication. */
  static Optional<Block> episodes(Run run) {
    List<MetastableEpisode> episodes = run.metastable();
    if (episodes.isEmpty()) {
      return Optional.empty();
    }
    String caption = "Down though the trigger was over, in the shown replication"
        + (episodes.size() > MOST_ROWS
            ? ": the first " + MOST_ROWS + " of " + episodes.size()
            : "");
    return Optional.of(new Block.Listing(new Table(
        "metastable",
        caption,
        List.of(
            Column.text("From"),
            Column.number("For"),
            Column.text("Workload"),
            Column.text("Trigger"),
            Column.text("Kept down by")),
        episodes.stream().limit(MOST_ROWS).map(e -> row(run, e)).toList())));
  }

  private static List<String> row(Run run, MetastableEpisode episode) {
    return List.of(
        CalendarTicks.moment(run.window().momentAt(episode.fromNanos())),
        Numbers.said(Form.DURATION, episode.nanos() / 1e9),
        episode.workload(),
        episode.trigger(),
        words(episode.effect()));
  }
}
