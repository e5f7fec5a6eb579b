package headroom.scenarios.yaml;

import headroom.scenarios.text.Assignment;
import java.util.List;

/**
 * Variants that have names.
 *
 * @param variants in the order in which they are written
 */
record VaryNamed(List<Vary.Change> variants) implements Vary {

  VaryNamed {
    variants = List.copyOf(variants);
  }

  @Override
  public List<String> paths() {
    return variants.stream()
        .flatMap(variant -> variant.set().stream())
        .map(Assignment::path)
        .map(Object::toString)
        .distinct()
        .toList();
  }

  @Override
  public long count() {
    return variants.size();
  }

  @Override
  public List<Change> changes(long seed) {
    return variants;
  }
}
