package headroom.problem;

/**
 * One thing wrong with an input.
 *
 * @param field where, as a path relative to the thing that was asked ("size.min"); empty for itself
 * @param what what is wrong, as a clause: "must be at least 1, was 0"
 * @param cure what would work, as a clause: "for example 3"; empty when {@code what} says it
 */
public record Problem(String field, String what, String cure) {

  /** The same problem seen from the thing that holds the asked one in its field {@code parent}. */
  public Problem within(String parent) {
    return new Problem(join(parent, field), what, cure);
  }

  /** The clause a person reads after the path. */
  public String message() {
    return cure.isEmpty() ? what : what + "; " + cure;
  }

  @Override
  public String toString() {
    return field.isEmpty() ? message() : field + ": " + message();
  }

  private static String join(String parent, String field) {
    if (parent.isEmpty() || field.isEmpty()) {
      return parent + field;
    }
    return field.startsWith("[") ? parent + field : parent + "." + field;
  }
}
