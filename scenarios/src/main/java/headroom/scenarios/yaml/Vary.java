package headroom.scenarios.yaml;

import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Tree;
import java.util.List;

/** What a study puts in the place of the scenario's values, variant by variant. */
public sealed interface Vary permits VaryGrid, VaryNamed, VarySample {

  /**
   * One variant.
   *
   * @param name unlike that of any other
   * @param set what it changes
   */
  record Change(String name, List<Assignment> set) {

    public Change {
      set = List.copyOf(set);
    }
  }

  /** Every path that some variant changes. */
  List<String> paths();

  /** How many variants there are; known without making them. */
  long count();

  /** Whether they differ in what is not known, not in what could be chosen. */
  default boolean isUncertain() {
    return false;
  }

  /** The factors by themselves, each with its law; empty where variants have names instead. */
  default List<Factor> factors() {
    return List.of();
  }

  /** One thing that is varied. */
  interface Factor {
    String path();

    /** Its value below which this share of its law lies. */
    Tree at(double share);
  }

  /** The variants; {@code seed} decides a sample. */
  List<Change> changes(long seed);
}
