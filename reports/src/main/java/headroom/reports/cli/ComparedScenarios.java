package headroom.reports.cli;

import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.Technique;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Scenarios to be compared: all on the first one's seed, as often as the first one is run at least.
 *
 * @param scenarios where they come from
 * @param options the command's options
 */
record ComparedScenarios(ScenarioSource scenarios, StudyOptions options) {

  private static final int MOST = 100;

  Study of(List<String> names) {
    ScenarioSource.Found first = read(names.get(0), options.assignments());
    Technique.refuse(first.trial());
    List<Variant> variants = names.size() == 1 ? varied(first) : files(names, first.trial());
    Replications replications =
        Replications.fixed(first.trial().experiment().replications().atLeast());
    return new Study(
        first.trial(),
        variants.stream().map(each -> withReplications(each, replications)).toList());
  }

  private static Variant withReplications(Variant variant, Replications replications) {
    return new Variant(
        variant.name(),
        variant.set(),
        () -> variant.source().trial().withReplications(replications));
  }

  private static List<Variant> varied(ScenarioSource.Found only) {
    ScenarioSource.Varied varied = only.varied()
        .orElseThrow(() -> new WrongUse(
            "one scenario that varies nothing leaves nothing to compare; name another one, or give"
                + " it experiment.vary"));
    if (varied.count() > MOST) {
      throw new WrongUse(
          "compares at most " + MOST + " variants, were " + varied.count() + "; sweep them");
    }
    return varied.variants();
  }

  private List<Variant> files(List<String> names, Trial first) {
    Set<String> taken = new LinkedHashSet<>();
    List<Variant> variants = new ArrayList<>();
    for (String file : names) {
      if (Collections.frequency(names, file) > 1) {
        throw new WrongUse(file + " is given twice; a scenario does not differ from itself");
      }
      List<String> sets = new ArrayList<>(options.assignments());
      sets.add("seed=" + first.scenario().seed());
      Trial trial = read(file, sets).trial();
      refuseUnlike(first, trial, file);
      // Two files of one scenario are told apart by their own names.
      String name = taken.add(trial.scenario().name()) ? trial.scenario().name() : file;
      variants.add(new Variant(name, List.of(), () -> trial));
    }
    return variants;
  }

  private static void refuseUnlike(Trial first, Trial other, String file) {
    if (!first.scenario().window().equals(other.scenario().window())
        || first.awaitsWarmUp() != other.awaitsWarmUp()) {
      throw new WrongUse(file + " covers another time (start, lasts or warm-up) than the first"
          + " scenario; --set lasts=... sets it for all");
    }
  }

  private ScenarioSource.Found read(String name, List<String> sets) {
    return scenarios.read(name, sets, options.allowOutside);
  }
}
