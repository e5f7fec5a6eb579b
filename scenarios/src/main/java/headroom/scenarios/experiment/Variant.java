package headroom.scenarios.experiment;

import java.util.List;

/**
 * One of the scenarios of a study.
 *
 * @param name its name, unlike that of any other: "size.min=3, type=m5.large"
 * @param set what it changes, in the order in which it does
 * @param source makes its trial; asked more than once, so that thousands need not be kept
 */
public record Variant(String name, List<Setting> set, Source source) {

  /** Makes the trial of a variant, the same each time. */
  @FunctionalInterface
  public interface Source {
    Trial trial();
  }

  /** The same variant with a warm-up that was found, unless it says one itself. */
  Variant settled(Settling found) {
    return new Variant(name, set, () -> source.trial().settled(found));
  }

  public Variant {
    set = List.copyOf(set);
  }
}
