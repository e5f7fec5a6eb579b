package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.billing.PriceBook;
import headroom.billing.TypePrice;
import headroom.problem.Problems;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.supply.InstanceType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what the scenario knows of instance types beyond their price book: how fast they are. */
final class TypesReader {

  static final String EXAMPLE = "{m7i.large: {core-speed: 1.2}}";

  private static final String ONE = "{core-speed: 1.2}";

  private TypesReader() {}

  /** What is said of a type. */
  record Said(Optional<Double> coreSpeed, double spread) {

    InstanceType of(InstanceType listed) {
      InstanceType spread = listed.withSpread(this.spread);
      return coreSpeed.map(spread::withCoreSpeed).orElse(spread);
    }
  }

  /** What is said, by the type's name. */
  static Read<Map<String, Said>> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain(
          "must be a map of types, was " + node.tree().shown() + "; for example " + EXAMPLE);
      return Read.rejected(node.tree());
    }
    Map<String, Said> types = new LinkedHashMap<>();
    map.fields().forEach((name, field) -> {
      node.refers(node.path().name(name), Reference.Kind.TYPE, name);
      type(node.child(name, field.value())).value().ifPresent(said -> types.put(name, said));
    });
    return types.size() == map.fields().size() ? Read.of(types, map) : Read.rejected(map);
  }

  private static Read<Said> type(Node node) {
    MapReader map = MapReader.of(node, ONE);
    Given<Optional<Double>> speed = map.maybe("core-speed", NUMBER);
    Given<Optional<Double>> spread = map.maybe("performance-spread", PERCENT);
    return map.build(
        InstanceType.class,
        () -> Problems.of()
            .require(
                "",
                speed.get().isPresent() || spread.get().isPresent(),
                "says nothing of the type",
                "for example " + ONE + " or {performance-spread: 12%}")
            .addAll(
                "",
                InstanceType.problems(
                    1,
                    1,
                    speed.get().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                    spread.get().orElse(0.0)))
            .list(),
        () -> new Said(speed.get(), spread.get().orElse(0.0)));
  }

  /** The types of a book and those of regions, with what the scenario says of them. */
  static List<InstanceType> types(
      PriceBook book, Collection<PriceBook> regions, Map<String, Said> said) {
    Map<String, TypePrice> listed = new LinkedHashMap<>(book.types());
    regions.forEach(region -> region.types().forEach(listed::putIfAbsent));
    return listed.values().stream()
        .map(InstanceType::of)
        .map(type -> Optional.ofNullable(said.get(type.name()))
            .map(some -> some.of(type))
            .orElse(type))
        .toList();
  }
}
