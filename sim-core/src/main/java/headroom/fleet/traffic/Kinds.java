package headroom.fleet.traffic;

import java.util.List;

/** The classes of request of a scenario by number, over all workloads; 0 is no class at all. */
public final class Kinds {

  private final List<String> names;

  /**
   * The classes' names, each once.
   *
   * @param classes in any fixed order
   */
  public Kinds(List<String> classes) {
    names = List.copyOf(classes);
  }

  int size() {
    return names.size() + 1;
  }

  int number(String name) {
    return names.indexOf(name) + 1;
  }

  /** For each kind whether it is among some classes; no classes means all. */
  boolean[] among(List<String> classes) {
    boolean[] among = new boolean[size()];
    for (int kind = 0; kind < among.length; kind++) {
      among[kind] = classes.isEmpty() || (kind > 0 && classes.contains(names.get(kind - 1)));
    }
    return among;
  }

  /** For each kind the number that a destination's group knows it by. */
  public int[] numbersAt(Destination destination) {
    int[] numbers = new int[size()];
    for (int kind = 1; kind < numbers.length; kind++) {
      numbers[kind] = destination.classNumber(names.get(kind - 1));
    }
    return numbers;
  }
}
