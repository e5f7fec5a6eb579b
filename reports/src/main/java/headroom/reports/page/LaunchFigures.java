package headroom.reports.page;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tone;
import headroom.statistics.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the time of a launch is made of, from the decision until requests may come. */
final class LaunchFigures {

  private static final int MOST_GROUPS = 3;
  private static final List<String> STAGES =
      List.of("request", "pending", "boot", "bootstrap", "warm-up", "health-check");

  private LaunchFigures() {}

  static List<Block> of(RunFacts facts) {
    return Stream.concat(
            LaunchTables.groups(facts).stream()
                .limit(MOST_GROUPS)
                .flatMap(group -> figure(facts, group).stream())
                .map(Block.Picture::new),
            LaunchTables.of(facts).stream())
        .toList();
  }

  private static Optional<BarFigure> figure(RunFacts facts, String group) {
    List<Estimate> stages = STAGES.stream()
        .flatMap(stage -> facts.estimate(flat(group, stage)).stream())
        .toList();
    if (stages.size() < 2) {
      return Optional.empty();
    }
    Estimate longest =
        stages.stream().max(Comparator.comparingDouble(Estimate::mean)).orElseThrow();
    String name = group.substring("groups.".length());
    String whole = facts
        .estimate(flat(group, "to-ready"))
        .map(ready -> "A launch takes " + Reading.of(ready).both() + " until requests may come; ")
        .orElse("");
    String finding = whole + (whole.isEmpty() ? "The" : "the") + " longest stage is "
        + word(group, longest) + " with " + Reading.of(longest).both() + ".";
    String id = "launch-stages-" + (LaunchTables.groups(facts).indexOf(group) + 1);
    return Optional.of(new BarFigure(
        new Caption(
            id,
            "Launches of " + name + ", stage by stage",
            finding,
            "Means over the launches of a replication, in the order in which the stages come;"
                + " the thin line is the 95\u00A0% interval."),
        Scale.linear("time", Form.DURATION),
        stages.stream().map(stage -> bar(group, stage)).toList()));
  }

  private static BarFigure.Bar bar(String group, Estimate stage) {
    return new BarFigure.Bar(
        word(group, stage),
        Tone.FIRST,
        stage.mean(),
        stage.low(),
        stage.high(),
        Reading.of(stage).both());
  }

  private static String flat(String group, String stage) {
    return group + ".launch." + stage + ".mean";
  }

  private static String word(String group, Estimate stage) {
    String flat = stage.metric().flat();
    return LaunchTables.words(
        flat.substring((group + ".launch.").length(), flat.length() - ".mean".length()));
  }
}
