package headroom.spec;

import headroom.policy.scaling.Recurring;
import headroom.problem.Problems;
import headroom.supply.InstanceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold of operations by hand beside the rest of a scenario. */
final class OperationChecks {

  private final Draft draft;
  private final Problems problems;

  OperationChecks(Draft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  void group(String at, Group group) {
    List<Operation> operations = group.upkeep().operations();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      String field = at + ".operations[" + i + "]." + operation.kind().word();
      operation.recurs().ifPresent(moments -> fires(field + ".cron", moments));
      operation.type().ifPresent(type -> changes(field + ".type", group, type));
    }
  }

  private void fires(String field, Recurring moments) {
    if (draft.start().isPresent() && draft.lasts().isPresent()) {
      Instant start = draft.start().get();
      Instant end = start.plus(draft.lasts().get());
      problems.require(
          field,
          moments.next(start).filter(end::isAfter).isPresent(),
          "never fires within the run",
          "the run goes from " + start + " to " + end);
    }
  }

  /** What a stopped instance may become. */
  private void changes(String field, Group group, String type) {
    List<String> mine =
        Stream.concat(Stream.of(group.type()), group.otherTypes().stream()).toList();
    problems.require(
        field,
        mine.contains(type),
        "is none of the group's types, " + String.join(", ", mine),
        "add " + type + " to other-types");
    Optional<InstanceType> to = type(type);
    for (String name : mine) {
      Optional<InstanceType> from = type(name);
      problems.require(
          field,
          to.isEmpty() || from.isEmpty() || to.get().isArm() == from.get().isArm(),
          "has another processor architecture than " + name + ": its volumes do not boot there",
          "a type of the same architecture");
    }
  }

  private Optional<InstanceType> type(String name) {
    return draft.types().orElse(List.of()).stream()
        .filter(type -> type.name().equals(name))
        .findFirst();
  }
}
