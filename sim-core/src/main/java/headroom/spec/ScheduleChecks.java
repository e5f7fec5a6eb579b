package headroom.spec;

import headroom.policy.scaling.Once;
import headroom.policy.scaling.ScheduledAction;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of the scheduled actions of groups, which only the run's calendar tells. */
final class ScheduleChecks {

  // An hourly schedule of a year; beyond that limits have long repeated themselves.
  private static final int MOST_FIRINGS = 10_000;

  private static final int MOST_POLICIES = 50;
  private static final int MOST_SCHEDULED = 125;

  private final Problems problems = Problems.of();
  private final Instant start;
  private final Instant end;

  private ScheduleChecks(Instant start, Instant end) {
    this.start = start;
    this.end = end;
  }

  static List<Problem> of(Draft draft) {
    if (draft.start().isEmpty()
        || draft.lasts().isEmpty()
        || draft.lasts().get().isNegative()) {
      return List.of();
    }
    Instant start = draft.start().get();
    ScheduleChecks checks = new ScheduleChecks(start, start.plus(draft.lasts().get()));
    draft.groups().forEach((name, group) -> group.ifPresent(checks::group));
    return checks.problems.list();
  }

  private record Firing(Instant at, int index, ScheduledAction action) {}

  private void group(Group group) {
    String at = "groups." + group.name() + ".scaling";
    List<Firing> next = new ArrayList<>();
    for (int i = 0; i < group.scaling().size(); i++) {
      if (group.scaling().get(i) instanceof ScheduledAction action) {
        Optional<Firing> first = firing(i, action, start);
        first.ifPresent(next::add);
        requireThatItFires(at + "[" + i + "].scheduled", action, first.isPresent());
      }
    }
    quotas(at, group);
    limits(at, group.size(), next);
  }

  /** How much a group may have ([A3]). */
  private void quotas(String at, Group group) {
    long scheduled =
        group.scaling().stream().filter(ScheduledAction.class::isInstance).count();
    long policies = group.scaling().size() - scheduled;
    problems
        .require(
            at,
            policies <= MOST_POLICIES,
            "must have at most " + MOST_POLICIES + " policies, were " + policies,
            "fewer policies")
        .require(
            at,
            scheduled <= MOST_SCHEDULED,
            "must have at most " + MOST_SCHEDULED + " scheduled actions, were " + scheduled,
            "a cron in the place of several");
  }

  private Optional<Firing> firing(int index, ScheduledAction action, Instant from) {
    return action.when().next(from).filter(end::isAfter).map(at -> new Firing(at, index, action));
  }

  private void requireThatItFires(String at, ScheduledAction action, boolean fires) {
    if (action.when() instanceof Once once) {
      problems.require(
          at + ".at",
          fires,
          "must lie within the run, was " + once.at(),
          "a moment from start on and before start + lasts");
    } else {
      problems.require(
          at + ".cron",
          fires,
          "never fires within the run",
          "the run goes from " + start + " to " + end);
    }
  }

  /** Carried out in order of time, no scheduled action may leave min above max. */
  private void limits(String at, Size size, List<Firing> next) {
    int min = size.min();
    int max = size.max();
    Set<Integer> told = new LinkedHashSet<>();
    for (int firings = 0; firings < MOST_FIRINGS && !next.isEmpty(); firings++) {
      Firing first = earliest(next);
      min = first.action().min().orElse(min);
      max = first.action().max().orElse(max);
      if (min > max && told.add(first.index())) {
        problems.require(
            at + "[" + first.index() + "].scheduled",
            false,
            "leaves min (" + min + ") above max (" + max + ")",
            "set max too, or raise size.max");
      }
      next.remove(first);
      firing(first.index(), first.action(), first.at().plusNanos(1)).ifPresent(next::add);
    }
  }

  /** Of several at one moment, the one that is written first. */
  private static Firing earliest(List<Firing> next) {
    Firing first = next.get(0);
    for (Firing firing : next) {
      int order = firing.at().compareTo(first.at());
      first = order < 0 || (order == 0 && firing.index() < first.index()) ? firing : first;
    }
    return first;
  }
}
