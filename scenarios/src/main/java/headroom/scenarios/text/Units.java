package headroom.scenarios.text;

import headroom.problem.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The units of one kind of quantity, with their sizes in the smallest whole measure of it. */
record Units(List<Unit> all) {

  /**
   * A unit.
   *
   * @param slips what people write when they mean it, with spaces between
   */
  record Unit(String name, long size, String slips) {

    boolean isMeantBy(String text) {
      return List.of(slips.split(" ")).contains(text);
    }
  }

  Units {
    all = List.copyOf(all);
  }

  /** What the units look like: a part of a regular expression. */
  String pattern() {
    return all.stream().map(Unit::name).collect(Collectors.joining("|", "(", ")"));
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  /** The size of a unit; an unknown one is answered with the one that was meant. */
  long size(String name) {
    return find(name).orElseThrow(() -> unknown(name)).size();
  }

  private Optional<Unit> find(String name) {
    return all.stream().filter(unit -> unit.name().equals(name)).findFirst();
  }

  private InvalidInputException unknown(String name) {
    List<String> names = all.stream().map(Unit::name).toList();
    String cure = all.stream()
        .filter(unit -> unit.isMeantBy(name))
        .map(unit -> "did you mean '" + unit.name() + "'?")
        .findFirst()
        .orElseGet(() -> Shown.cure(name, names));
    return Quantity.wrong("unknown unit " + Shown.quoted(name), cure);
  }
}
