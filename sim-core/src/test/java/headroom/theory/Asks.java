package headroom.theory;

import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls without a timeout, as theory has them. */
final class Asks {

  private Asks() {}

  /** A share of the requests asks a group, so many times one after another. */
  static CallStep.One some(double probability, int count, String group) {
    return new CallStep.One(call(group, probability, count));
  }

  /** Every request asks all of the groups at once. */
  static CallStep.Parallel atOnce(String... groups) {
    return new CallStep.Parallel(
        Stream.of(groups).map(group -> call(group, 1, 1)).toList());
  }

  /** Every request asks one of two groups, the first with this probability. */
  static CallStep.OneOf either(double probability, String first, String second) {
    return new CallStep.OneOf(List.of(
        new CallStep.OneOf.Option(probability, call(first, 1, 1)),
        new CallStep.OneOf.Option(1 - probability, call(second, 1, 1))));
  }

  private static Call call(String group, double probability, int count) {
    return new Call(
        group,
        group,
        new Client(Optional.empty()),
        probability,
        count,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        1_000,
        1_000);
  }
}
