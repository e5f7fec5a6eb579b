package headroom.scenarios.text;

import java.util.List;
import java.util.Optional;

/** The units of one kind of quantity, with their sizes in the smallest whole measure of it. */
record Units(List<Unit> all) {

  record Unit(String name, long size) {}

  Units {
    all = List.copyOf(all);
  }

  Optional<Unit> named(String name) {
    return all.stream().filter(unit -> unit.name().equals(name)).findFirst();
  }

  List<String> names() {
    return all.stream().map(Unit::name).toList();
  }
}
