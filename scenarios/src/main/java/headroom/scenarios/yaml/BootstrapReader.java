package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.random.Distribution;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.supply.BootstrapStep;
import headroom.supply.Image;
import java.util.List;
import java.util.Optional;

/** Reads a bootstrap: one time, or a list of steps. */
final class BootstrapReader {

  static final Reader<List<BootstrapStep>> READER =
      Reader.withStandIns(BootstrapReader::read, List.of(), List.of());

  private static final String EXAMPLE = "{step: packages, takes: 3m, from: chef}";

  private BootstrapReader() {}

  private static Read<List<BootstrapStep>> read(Node node) {
    Reader<BootstrapStep> step = BootstrapReader::step;
    return node.tree() instanceof Tree.Items
        ? step.list("[" + EXAMPLE + "]").read(node)
        : DistributionReader.READER
            .map(time -> List.of(new BootstrapStep(Image.WHOLE, time)))
            .read(node);
  }

  private static Read<BootstrapStep> step(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<String> step = map.required("step", NAME, "packages");
    Given<Distribution> takes = map.required("takes", DistributionReader.READER, "3m");
    Given<Double> fails = map.or("fails", PERCENT, "0%");
    Given<Integer> attempts = map.or("attempts", WHOLE, "1");
    Given<Optional<String>> from = map.maybe("from", NAME);
    refersToService(node, "from", from);
    return map.build(
        BootstrapStep.class,
        () -> BootstrapStep.problems(fails.get(), attempts.get()),
        () -> new BootstrapStep(step.get(), takes.get(), fails.get(), attempts.get(), from.get()));
  }

  static void refersToService(Node node, String field, Given<Optional<String>> name) {
    name.value()
        .flatMap(known -> known)
        .ifPresent(
            known -> node.refers(node.path().name(field), Reference.Kind.LAUNCH_SERVICE, known));
  }
}
