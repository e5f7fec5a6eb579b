package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two values that could stand where one was rejected, as unlike as can be: a problem that a record
 * has with either of them does not come from the stand-in.
 */
record StandIns<T>(T one, T other) {

  /** What a function makes of them, if it takes both. */
  <R> Optional<StandIns<R>> map(Function<T, R> function) {
    try {
      return Optional.of(new StandIns<>(function.apply(one), function.apply(other)));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
