package headroom.scenarios.yaml;

import java.util.Optional;
import java.util.function.Function;

/**
 * A field of a record: its value, or what stands for it while the rest of the record is checked.
 *
 * @param value the value; empty when it was rejected or is missing
 * @param standIns what may stand for it
 * @param turn which of them does at the moment
 */
record Given<T>(Optional<T> value, Optional<StandIns<T>> standIns, Given.Turn turn) {

  /** Which stand-ins are asked: the same for all fields of a record. */
  static final class Turn {

    private boolean isSecond;

    void setSecond(boolean second) {
      isSecond = second;
    }
  }

  boolean isKnown() {
    return value.isPresent() || standIns.isPresent();
  }

  /** The value or its stand-in; asked only when every field of the record has one. */
  T get() {
    return value.orElseGet(this::standIn);
  }

  private T standIn() {
    StandIns<T> both = standIns.orElseThrow();
    return turn.isSecond ? both.other() : both.one();
  }

  <R> Given<R> map(Function<T, R> function) {
    return new Given<>(value.map(function), standIns.flatMap(both -> both.map(function)), turn);
  }
}
