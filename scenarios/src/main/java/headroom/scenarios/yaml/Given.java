package headroom.scenarios.yaml;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A field of a record: its value, or what stands for it while the rest of the record is checked.
 *
 * @param name the field's
 * @param value the value; empty when it was rejected or is missing
 * @param standIns what may stand for it
 * @param turn what is asked at the moment
 */
record Given<T>(String name, Optional<T> value, Optional<StandIns<T>> standIns, Given.Turn turn) {

  /** What the fields of one record answer: all from the same set of stand-ins. */
  static final class Turn {

    private final Set<String> replaced = new TreeSet<>();
    private boolean isSecond;

    void setSecond(boolean second) {
      isSecond = second;
    }

    /** Has a field answer with its stand-in although it has a value. */
    void replace(String name) {
      replaced.add(name);
    }
  }

  boolean isKnown() {
    return value.isPresent() || standIns.isPresent();
  }

  /** The value or its stand-in; asked only when every field of the record has one. */
  T get() {
    boolean isReplaced = turn.replaced.contains(name) && standIns.isPresent();
    return isReplaced ? standIn() : value.orElseGet(this::standIn);
  }

  private T standIn() {
    StandIns<T> both = standIns.orElseThrow();
    return turn.isSecond ? both.other() : both.one();
  }

  <R> Given<R> map(Function<T, R> function) {
    return new Given<>(
        name, value.map(function), standIns.flatMap(both -> both.map(function)), turn);
  }
}
