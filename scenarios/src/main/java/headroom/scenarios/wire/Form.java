package headroom.scenarios.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * How a record, or a class made like one, is taken apart and put together: its fields in their
 * order, but for the transient ones, which follow from the others, and the constructor that takes
 * them.
 */
final class Form {

  // Whatever else bytes may name, it is not for them to have it made.
  private static final String OURS = "headroom.";

  private final Field[] fields;
  private final Constructor<?> constructor;

  private Form(Field[] fields, Constructor<?> constructor) {
    this.fields = fields;
    this.constructor = constructor;
  }

  static boolean isOurs(String name) {
    return name.startsWith(OURS);
  }

  static Form of(Class<?> type) {
    if (!isOurs(type.getName())) {
      throw new IllegalArgumentException("no way to write a " + type.getName());
    }
    Field[] fields = Arrays.stream(type.getDeclaredFields())
        .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
        .toArray(Field[]::new);
    Class<?>[] types = Arrays.stream(fields).map(Field::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      for (Field field : fields) {
        field.setAccessible(true);
      }
      return new Form(fields, constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no constructor that takes its fields", e);
    }
  }

  int size() {
    return fields.length;
  }

  Object part(Object whole, int number) {
    try {
      return fields[number].get(whole);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a field that cannot be read: " + fields[number], e);
    }
  }

  Object whole(Object[] parts) throws ReflectiveOperationException {
    return constructor.newInstance(parts);
  }
}
