package headroom.scenarios.yaml;

import java.util.Optional;

/** A field's value, once it is known that there is one. */
record Given<T>(Optional<T> value) {

  /** The value; asked only when the whole record could be read. */
  T get() {
    return value.orElseThrow();
  }
}
