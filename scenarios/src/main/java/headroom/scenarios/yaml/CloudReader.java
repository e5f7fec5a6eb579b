package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.scenarios.text.Tree;
import headroom.supply.Cloud;
import headroom.supply.LaunchService;
import java.util.List;
import java.util.Map;

/** Reads what the groups of a scenario share of the cloud they launch in. */
final class CloudReader {

  static final String EXAMPLE = "{launch-services: {chef: {at-once: 20}}}";

  private CloudReader() {}

  static Read<Cloud> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<List<LaunchService>> services = map.or(
        "launch-services",
        new PartsReader<>(CloudReader::service, "{chef: {at-once: 20}}").whole(),
        Tree.map(Map.of()));
    return map.build(
        Cloud.class, () -> Cloud.problems(services.get()), () -> new Cloud(services.get()));
  }

  private static Read<LaunchService> service(String name, Node node) {
    MapReader map = MapReader.of(node, "{at-once: 20}");
    Given<Integer> atOnce = map.or("at-once", unlimited(), "unlimited");
    return map.build(
        LaunchService.class,
        () -> LaunchService.problems(atOnce.get()),
        () -> new LaunchService(name, atOnce.get()));
  }

  /** A whole number, or the word for as many as there are. */
  private static Reader<Integer> unlimited() {
    return Reader.withStandIns(
        node -> node.tree() instanceof Tree.Scalar scalar && scalar.text().equals("unlimited")
            ? Read.of(LaunchService.UNLIMITED, node.tree())
            : WHOLE.read(node),
        WHOLE.standIns());
  }
}
