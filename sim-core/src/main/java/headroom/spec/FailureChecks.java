package headroom.spec;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between failures and the rest of a scenario. */
final class FailureChecks {

  private final Draft draft;
  private final Problems problems = Problems.of();
  private final Set<String> names = new LinkedHashSet<>();

  private FailureChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    FailureChecks checks = new FailureChecks(draft);
    for (int i = 0; i < draft.failures().size(); i++) {
      String at = "failures[" + i + "]";
      draft.failures().get(i).ifPresent(failure -> checks.failure(at, failure));
    }
    return checks.problems.list();
  }

  private void failure(String at, Failure failure) {
    problems.require(
        at,
        names.add(failure.name()),
        "has the name of another failure, '" + failure.name() + "'",
        "give it a name: of its own");
    if (failure instanceof ZoneFailure zone) {
      within(at + ".zone.at", zone.at());
    }
    if (failure instanceof LaunchServiceOutage outage) {
      within(at + ".launch-service.at", outage.at());
    }
    if (failure instanceof Slowdown slowdown) {
      within(at + ".slowdown.at", slowdown.at());
    }
    if (failure instanceof CacheLoss loss) {
      within(at + ".cache-loss.at", loss.at());
      problems.require(
          at + ".cache-loss.of",
          mayHaveCache(loss.of()),
          "group '" + loss.of() + "' has no call with a cache to lose",
          "for example cache: {hit-ratio: 90%, entries: 10000} in one of its calls");
    }
  }

  private void within(String at, Duration moment) {
    draft
        .lasts()
        .ifPresent(lasts -> problems.require(
            at, moment.compareTo(lasts) < 0, "must lie within the run (lasts)", "an earlier time"));
  }

  /** A group that is not there, or could not be read, is another problem. */
  private boolean mayHaveCache(String group) {
    return Optional.ofNullable(draft.groups().get(group))
        .flatMap(known -> known)
        .map(known -> PlacedCall.of(group, known.serves()).stream()
            .anyMatch(placed -> placed.call().cache().isPresent()))
        .orElse(true);
  }
}
