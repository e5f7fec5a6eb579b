package headroom.scenarios.yaml;

import headroom.random.Distribution;
import headroom.random.Uniform;
import headroom.scenarios.text.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a sampled value is drawn from: a range, or a law in the unit its numbers have. */
final class QuantitiesReader {

  static final String EXAMPLE = "{from: 3, to: 12}";

  private static final Pattern FORM =
      Pattern.compile("([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)(.*)");

  /** Parameters that are quantities; all others are bare numbers. */
  private static final Set<String> DIMENSIONED = new LinkedHashSet<>(
      java.util.List.of("from", "to", "mean", "low", "high", "sd", "minimum", "maximum", "scale"));

  private final Set<String> units = new LinkedHashSet<>();

  private QuantitiesReader() {}

  static Read<Quantities> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain("must be a range or a distribution, was "
          + node.tree().shown()
          + "; for example "
          + EXAMPLE);
      return Read.rejected(node.tree());
    }
    QuantitiesReader reader = new QuantitiesReader();
    Node bare = new Node(reader.stripped("", map), node.path(), node.session());
    if (reader.units.size() > 1) {
      node.complain("must be in one unit, was in '" + String.join("', '", reader.units) + "'");
      return Read.rejected(node.tree());
    }
    String unit = reader.units.isEmpty() ? "" : reader.units.iterator().next();
    boolean isRange = map.fields().containsKey("from") || map.fields().containsKey("to");
    return isRange ? range(bare, map, unit) : law(bare, map, unit);
  }

  private static Read<Quantities> range(Node bare, Tree full, String unit) {
    MapReader map = MapReader.of(bare, EXAMPLE);
    Given<Double> from = map.required("from", Scalars.NUMBER, "3");
    Given<Double> to = map.required("to", Scalars.NUMBER, "12");
    Read<Quantities> read = map.build(
        Quantities.class,
        () -> Uniform.problems(from.get(), to.get()),
        () -> between(from.get(), to.get(), unit));
    return new Read<>(read.value(), full);
  }

  /** Whole numbers without a unit are counts: both ends are drawn as often as what lies between. */
  private static Quantities between(double from, double to, String unit) {
    boolean whole = unit.isEmpty() && from == Math.rint(from) && to == Math.rint(to);
    return new Quantities(new Uniform(from, whole ? to + 1 : to), whole, unit);
  }

  private static Read<Quantities> law(Node bare, Tree full, String unit) {
    Read<Distribution> law = DistributionReader.COUNTS.read(bare);
    Optional<Quantities> quantities = law.value().map(known -> new Quantities(known, false, unit));
    return new Read<>(quantities, full);
  }

  private Tree stripped(String name, Tree tree) {
    if (tree instanceof Tree.Fields map) {
      Map<String, Tree.Field> fields = new LinkedHashMap<>();
      map.fields()
          .forEach((field, value) -> fields.put(
              field, new Tree.Field(value.namePosition(), stripped(field, value.value()))));
      return new Tree.Fields(map.position(), fields);
    }
    if (tree instanceof Tree.Scalar scalar && DIMENSIONED.contains(name)) {
      Matcher form = FORM.matcher(scalar.text().strip());
      if (form.matches()) {
        units.add(form.group(2));
        return new Tree.Scalar(scalar.position(), form.group(1), false);
      }
    }
    return tree;
  }
}
