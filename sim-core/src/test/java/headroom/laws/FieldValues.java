package headroom.laws;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which values the components of records take, seen through everything they hold. */
final class FieldValues {

  private final Map<String, Set<String>> seen = new TreeMap<>();
  private final Set<String> classes = new TreeSet<>();

  void collect(Object thing) {
    if (thing instanceof Optional<?> optional) {
      optional.ifPresent(this::collect);
    } else if (thing instanceof Collection<?> many) {
      many.forEach(this::collect);
    } else if (thing instanceof Record record) {
      classes.add(record.getClass().getName());
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        collect(record, component);
      }
    }
  }

  private void collect(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(record);
      String key = record.getClass().getName() + "." + component.getName();
      seen.computeIfAbsent(key, k -> new TreeSet<>()).add(String.valueOf(value));
      collect(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** Components that never changed; what only one value makes sense for is left out. */
  List<String> seenOnlyOnce(Stream<Class<?>> roots) {
    List<String> fixed = Feature.fieldsThatAreOff().toList();
    if (roots.noneMatch(root -> classes.contains(root.getName()))) {
      throw new AssertionError("nothing was seen");
    }
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue().size() < 2 && !fixed.contains(entry.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many classes of a kind were seen. */
  long kinds(Class<?> kind) {
    return classes.stream().filter(name -> isKind(name, kind)).count();
  }

  private static boolean isKind(String name, Class<?> kind) {
    try {
      return kind.isAssignableFrom(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
