package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NUMBER;

import headroom.billing.PriceBook;
import headroom.billing.TypePrice;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.supply.InstanceType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads what the scenario knows of instance types beyond their price book: the speed of cores. */
final class TypesReader {

  static final String EXAMPLE = "{m7i.large: {core-speed: 1.2}}";

  private TypesReader() {}

  /** Speeds by the type's name. */
  static Read<Map<String, Double>> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain(
          "must be a map of types, was " + node.tree().shown() + "; for example " + EXAMPLE);
      return Read.rejected(node.tree());
    }
    Map<String, Double> speeds = new LinkedHashMap<>();
    map.fields().forEach((name, field) -> {
      node.refers(node.path().name(name), Reference.Kind.TYPE, name);
      speed(node.child(name, field.value())).value().ifPresent(s -> speeds.put(name, s));
    });
    return speeds.size() == map.fields().size() ? Read.of(speeds, map) : Read.rejected(map);
  }

  private static Read<Double> speed(Node node) {
    MapReader map = MapReader.of(node, "{core-speed: 1.2}");
    Given<Double> speed = map.required("core-speed", NUMBER, "1.2");
    return map.build(
        InstanceType.class,
        () -> InstanceType.problems(1, 1, OptionalDouble.of(speed.get())),
        speed::get);
  }

  /** The types of a book and those of regions, with the speeds that the scenario says. */
  static List<InstanceType> types(
      PriceBook book, Collection<PriceBook> regions, Map<String, Double> speeds) {
    Map<String, TypePrice> listed = new LinkedHashMap<>(book.types());
    regions.forEach(region -> region.types().forEach(listed::putIfAbsent));
    return listed.values().stream()
        .map(InstanceType::of)
        .map(type -> speeds.containsKey(type.name())
            ? type.withCoreSpeed(speeds.getOrDefault(type.name(), 1.0))
            : type)
        .toList();
  }
}
