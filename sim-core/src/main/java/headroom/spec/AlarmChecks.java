package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between alarms: none may rest on itself. */
final class AlarmChecks {

  private final Draft draft;
  private final Problems problems = Problems.of();

  private AlarmChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    AlarmChecks checks = new AlarmChecks(draft);
    draft.alarms().keySet().forEach(checks::circle);
    return checks.problems.list();
  }

  private void circle(String name) {
    Set<String> reached = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(below(name));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (reached.add(next)) {
        open.addAll(below(next));
      }
    }
    problems.require(
        "alarms." + name + ".composite",
        !reached.contains(name),
        "rests on itself: nobody could say its state",
        "leave out one of the alarms it names");
  }

  private List<String> below(String name) {
    List<String> names = new ArrayList<>();
    draft.alarms().getOrDefault(name, Optional.empty()).ifPresent(alarm -> {
      if (alarm instanceof CompositeAlarm composite) {
        composite.composite().names(names::add);
      }
    });
    return names;
  }
}
