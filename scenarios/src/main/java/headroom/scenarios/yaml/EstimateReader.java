package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.fault.Failure;
import headroom.fault.FailureBias;
import headroom.fault.InstanceFailures;
import headroom.problem.Problem;
import headroom.scenarios.text.Tree;
import headroom.spec.Group;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how an experiment estimates: by plain replications, or with failures biased. */
final class EstimateReader {

  static final String PLAIN = "plain";

  private static final String RARE = "rare";

  private static final Map<String, How> WORDS = Words.of(PLAIN, new How(false, Optional.empty()))
      .and(RARE, new How(true, Optional.empty()))
      .table();

  /**
   * How it estimates.
   *
   * @param rare true when failures are biased
   * @param down instances down at once at which the bias ends; empty for all of a group
   */
  record How(boolean rare, Optional<FailureBias> down) {

    /** A scenario's failures, biased where that is asked for. */
    List<Optional<Failure>> of(
        List<Optional<Failure>> failures, Map<String, Optional<Group>> groups) {
      return rare
          ? failures.stream()
              .map(failure -> failure.map(known -> biased(known, groups)))
              .toList()
          : failures;
    }

    /** Complains where nothing could be biased. */
    void check(Node root, List<Optional<Failure>> failures) {
      boolean none =
          failures.stream().flatMap(Optional::stream).noneMatch(InstanceFailures.class::isInstance);
      if (rare && none) {
        root.complainAll(List.of(new Problem(
            "experiment.estimate",
            "has nothing to bias: no failure is one of instances with a time to failure",
            "for example instances: {of: web, time-to-failure: {exponential: {mean: 60d}},"
                + " time-to-repair: {exponential: {mean: 1h}}}")));
      }
    }

    private Failure biased(Failure failure, Map<String, Optional<Group>> groups) {
      if (!(failure instanceof InstanceFailures instances)) {
        return failure;
      }
      Optional<FailureBias> all = Optional.ofNullable(groups.get(instances.of()))
          .flatMap(group -> group)
          .map(group -> new FailureBias(Math.max(1, group.firstInstances())));
      return down.or(() -> all).<Failure>map(instances::biased).orElse(failure);
    }
  }

  private EstimateReader() {}

  static Read<How> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields)) {
      return Scalars.word("estimate", WORDS).read(node);
    }
    MapReader map = MapReader.of(node, "{rare: {down: 2}}");
    Reader<FailureBias> reader = EstimateReader::bias;
    Given<FailureBias> bias = map.required(RARE, reader, "{down: 2}");
    return map.build(How.class, () -> new How(true, Optional.of(bias.get())));
  }

  private static Read<FailureBias> bias(Node node) {
    MapReader map = MapReader.of(node, "{down: 2}");
    Given<Integer> down = map.required("down", WHOLE, "2");
    return map.build(
        FailureBias.class,
        () -> FailureBias.problems(down.get()),
        () -> new FailureBias(down.get()));
  }
}
