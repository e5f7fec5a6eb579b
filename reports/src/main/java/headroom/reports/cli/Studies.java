package headroom.reports.cli;

import headroom.scenarios.experiment.Replications;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The studies that a scenario is made for, each looked at as it would be before its first trial.
 *
 * @param variants how many a sweep would run; empty when nothing varies
 * @param areChecked whether each of them was looked at: a sweep of very many is to be asked for
 * @param choices how many combinations {@code optimize} would choose from; empty when there are none
 */
record Studies(OptionalLong variants, boolean areChecked, OptionalLong choices) {

  /**
   * Looks at every variant, and at what may be chosen.
   *
   * @throws InputException when anything is wrong with any, with all of it
   */
  static Studies of(ScenarioSource.Found found) {
    List<Complaint> complaints = new ArrayList<>();
    boolean few = found.varied().map(all -> all.count() <= SweepCommand.MANY).orElse(true);
    OptionalLong variants = found
        .varied()
        .map(all -> counted(() -> few ? all.variants().size() : all.count(), complaints))
        .orElse(OptionalLong.empty());
    OptionalLong choices = found
        .choices()
        .map(all -> counted(() -> all.lattice().size(), complaints))
        .orElse(OptionalLong.empty());
    InputException.throwIfAny(complaints);
    return new Studies(variants, few, choices);
  }

  private static OptionalLong counted(LongSupplier looks, List<Complaint> complaints) {
    try {
      return OptionalLong.of(looks.getAsLong());
    } catch (InputException wrong) {
      complaints.addAll(wrong.complaints());
      return OptionalLong.empty();
    }
  }

  /** What each of them would do, a line each. */
  List<String> told(Replications plan) {
    List<String> lines = new ArrayList<>();
    variants.ifPresent(count -> lines.add("'sweep' would run "
        + Spoken.count(count, "variant")
        + ", "
        + (plan.until().isPresent() ? "at least " : "")
        + Spoken.count(count * plan.atLeast(), "trial")
        + (areChecked ? "" : "; so many are looked at only then")));
    choices.ifPresent(
        count -> lines.add("'optimize' would choose from " + Spoken.count(count, "combination")));
    return lines;
  }
}
