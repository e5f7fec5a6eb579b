package headroom.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Members that a ban names, as docs/architecture.md explains the notation.
 *
 * @param subtypes whether the members are meant on subtypes of the owner too
 * @param parameters simple names of the parameter types; a last "…" leaves the rest open
 * @param overloads whether every overload is meant; then there are no parameters
 */
record CallPattern(
    String owner,
    boolean subtypes,
    List<String> members,
    List<String> parameters,
    boolean overloads) {

  private static final Pattern NOTATION =
      Pattern.compile("([\\w.$]+?)(\\+?)\\.(\\{[\\w,]+}|\\w+|\\*)(\\(([^)]*)\\))?");

  static CallPattern parse(String text) {
    Matcher match = NOTATION.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("not a call: " + text);
    }
    boolean overloads = match.group(4) == null;
    return new CallPattern(
        match.group(1),
        !match.group(2).isEmpty(),
        words(match.group(3).replaceAll("[{}]", "")),
        overloads ? List.of() : words(match.group(5)),
        overloads);
  }

  boolean matches(JavaAccess<?> access) {
    return owns(access.getTargetOwner())
        && named(access.getTarget().getName())
        && (overloads || takes(parametersOf(access)));
  }

  boolean named(String member) {
    String name = member.equals("<init>") ? "new" : member;
    return members.contains("*") || members.contains(name);
  }

  boolean takes(List<String> types) {
    if (parameters.isEmpty() || !parameters.get(parameters.size() - 1).equals("…")) {
      return types.equals(parameters);
    }
    List<String> start = parameters.subList(0, parameters.size() - 1);
    return types.size() >= start.size() && types.subList(0, start.size()).equals(start);
  }

  @Override
  public String toString() {
    return owner + "." + members + (overloads ? "" : parameters);
  }

  private boolean owns(JavaClass target) {
    return subtypes ? target.isAssignableTo(owner) : target.getName().equals(owner);
  }

  private static List<String> parametersOf(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        ? called.getRawParameterTypes().stream().map(JavaClass::getSimpleName).toList()
        : List.of();
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(",")).filter(word -> !word.isEmpty()).toList();
  }
}
