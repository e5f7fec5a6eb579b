package headroom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the banned calls.
 *
 * @param modules where it holds; empty for everywhere
 * @param spared packages of those modules where it does not hold
 * @param calls what is banned; empty for the one ban that is about fields
 */
record Ban(String name, List<String> modules, List<String> spared, List<CallPattern> calls) {

  static final String STATIC_STATE = "static state";

  static Ban of(List<String> cells) {
    String where = cells.get(1).replaceAll(";.*", "");
    return new Ban(
        cells.get(0),
        where.equals("all") ? List.of() : List.of(where.split(", ")),
        MarkdownTable.code(cells.get(1)),
        MarkdownTable.code(cells.get(2)).stream().map(CallPattern::parse).toList());
  }

  boolean holdsIn(PackageRow row) {
    return (modules.isEmpty() || modules.contains(row.module())) && !spared.contains(row.name());
  }

  /** One line for each place in the class that does what is banned. */
  List<String> violations(JavaClass type) {
    return name.equals(STATIC_STATE) ? staticFields(type) : bannedAccesses(type);
  }

  @Override
  public String toString() {
    return name;
  }

  private List<String> bannedAccesses(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .filter(access -> calls.stream().anyMatch(call -> call.matches(access)))
        .map(access -> name + ": " + access.getDescription())
        .sorted()
        .toList();
  }

  private List<String> staticFields(JavaClass type) {
    Stream<JavaField> open = type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    return open.map(field -> name + ": " + field.getFullName()).sorted().toList();
  }
}
