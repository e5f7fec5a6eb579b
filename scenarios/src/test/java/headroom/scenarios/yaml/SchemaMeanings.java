package headroom.scenarios.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the fields mean, in the words of the reference page. */
final class SchemaMeanings {

  private static final Pattern ROW = Pattern.compile("\\|([^|]*)\\|([^|]*)\\|(.*)\\|");
  private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");
  private static final Pattern TOP = Pattern.compile("([a-z-]+): [^#]*# (.*)");

  /** A field in a table: of a section, and of the section's how manyth table. */
  private record Row(String section, int table, String field, String text) {}

  private final List<Row> rows = new ArrayList<>();

  SchemaMeanings(String page) {
    String section = "";
    int table = 0;
    boolean inTable = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("## ")) {
        Matcher name = Pattern.compile("`([a-z-]+):`").matcher(line);
        section = name.find() ? name.group(1) : "-";
        table = 0;
      }
      Matcher top = TOP.matcher(line);
      if (section.isEmpty() && top.matches()) {
        rows.add(new Row("", 0, top.group(1), top.group(2).strip()));
      }
      boolean isRow = line.startsWith("|");
      table += isRow && !inTable ? 1 : 0;
      inTable = isRow;
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        add(section, table, row);
      }
    }
  }

  private void add(String section, int table, Matcher row) {
    Matcher field = CODE.matcher(row.group(1));
    while (field.find()) {
      rows.add(new Row(section, table, field.group(1), plain(row.group(3))));
    }
  }

  private static String plain(String markdown) {
    String text = markdown.strip().replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
    return text.replaceAll(",? below$", "").replace("`", "").replace("**", "");
  }

  /** What is said of a field, where it is said of that one and no other. */
  Optional<String> of(List<String> path) {
    String field = path.get(path.size() - 1);
    if (path.size() == 1) {
      return one("", 0, 0, field);
    }
    String section = path.get(0);
    if (path.size() == 3) {
      return one(section, 1, 1, field);
    }
    String parent = path.get(path.size() - 2);
    if (parent.equals("client") || path.contains("calls")) {
      return one("client", 1, 1, field).or(() -> one(section, 2, 99, field));
    }
    if (List.of("retry", "breaker").contains(parent)) {
      return one("client", 2, 99, field);
    }
    return List.of("serves", "hybrid", "bootstrap").contains(parent)
        ? one(section, 2, 99, field)
        : Optional.empty();
  }

  private Optional<String> one(String section, int from, int to, String field) {
    List<String> said = rows.stream()
        .filter(row -> row.section().equals(section) && row.field().equals(field))
        .filter(row -> row.table() >= from && row.table() <= to)
        .map(Row::text)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
    return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
  }
}
