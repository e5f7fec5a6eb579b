package headroom.results;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things by name, made when first asked for, in the order of their names. The last one is at hand:
 * the same cause is asked for many times in a row.
 */
final class LastNamed<T> {

  private final SortedMap<String, T> byName = new TreeMap<>();
  private final Supplier<T> make;
  private @Nullable String lastName;
  private @Nullable T last;

  LastNamed(Supplier<T> make) {
    this.make = make;
  }

  T of(String name) {
    T known = last;
    if (known == null || !name.equals(lastName)) {
      known = byName.computeIfAbsent(name, any -> make.get());
      lastName = name;
      last = known;
    }
    return known;
  }

  SortedMap<String, T> all() {
    return byName;
  }
}
