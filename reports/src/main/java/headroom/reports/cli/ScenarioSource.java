package headroom.reports.cli;

import headroom.scenarios.experiment.Design;
import headroom.scenarios.experiment.Lattice;
import headroom.scenarios.experiment.Optimization;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.Variant;
import headroom.scenarios.text.Complaint;
import java.util.List;
import java.util.Optional;

/** Where scenarios come from: files, and the library by name. */
interface ScenarioSource {

  /**
   * Reads a scenario.
   *
   * @param fileOrName a file, or the name of a scenario of the library where there is no such file
   * @param sets values to replace, each {@code path=value}
   * @param allowOutside whether it may read files outside its own folder
   * @throws headroom.scenarios.text.InputException when anything is wrong, with all of it
   */
  Found read(String fileOrName, List<String> sets, boolean allowOutside);

  /** The scenarios of the library, by name. */
  List<Listed> list();

  /**
   * A scenario that was read.
   *
   * @param trial what it asks
   * @param varied its variants, which a single run leaves alone; empty when it has none
   * @param choices what may be chosen by {@code optimize}; empty when nothing may
   * @param warnings what is most likely not meant, each with its place
   */
  record Found(
      Trial trial,
      Optional<Varied> varied,
      Optional<Choices> choices,
      List<Complaint> warnings) {

    public Found {
      warnings = List.copyOf(warnings);
    }

    /** One of which nothing is to be chosen. */
    Found(Trial trial, Optional<Varied> varied, List<Complaint> warnings) {
      this(trial, varied, Optional.empty(), warnings);
    }
  }

  /** What may be chosen, before it is checked. */
  interface Choices {
    Optimization question();

    /**
     * What there is to choose from, checked.
     *
     * @throws headroom.scenarios.text.InputException when anything is wrong with it
     */
    Lattice lattice();
  }
  /** The variants of a scenario, before they are made. */
  interface Varied {

    long count();

    /** Whether they differ in what is not known, not in what could be chosen. */
    default boolean isUncertain() {
      return false;
    }

    /** The paths of what is varied, each with a law; empty where variants have names instead. */
    default List<String> factors() {
      return List.of();
    }

    /**
     * The variants at the places of a design over the factors, every one of them checked.
     *
     * @throws headroom.scenarios.text.InputException when anything is wrong with any
     */
    default List<Variant> variants(Design design) {
      return List.of();
    }

    /**
     * The variants, every one of them checked.
     *
     * @throws headroom.scenarios.text.InputException when anything is wrong with any
     */
    List<Variant> variants();
  }

  /** A scenario of the library with a sentence about it. */
  record Listed(String name, String about) {}
}
