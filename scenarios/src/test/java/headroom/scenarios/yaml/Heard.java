package headroom.scenarios.yaml;

import headroom.billing.PriceBook;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.TreePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one reading told of one place: the fields that were asked, the words, the complaints. */
final class Heard implements Survey {

  /** A field that was asked. */
  record Asked(Reader<?> reader, Otherwise otherwise) {}

  private static final Optional<PriceBook> BOOK = new TestBooks().book("us-east-1/2026-07");

  private final TreePath at;
  final Map<String, Asked> fields = new LinkedHashMap<>();
  final Map<String, Reader<?>> kinds = new LinkedHashMap<>();
  final Set<String> words = new LinkedHashSet<>();
  boolean isMap;
  boolean isValue = true;
  List<Complaint> complaints = new ArrayList<>();
  private final Map<String, Set<String>> wordsOf = new LinkedHashMap<>();

  Heard(TreePath at) {
    this.at = at;
  }

  /** One that knows a price book, and groups that pods may stand on. */
  Session session(String nodes) {
    Session session = new Session(new ScenarioFolder(Path.of("none"), false));
    session.survey = this;
    session.book = BOOK;
    session.nodeTypes.put(nodes, "m5.large");
    return session;
  }

  boolean accepted() {
    return isValue && complaints.isEmpty();
  }

  Set<String> wordsOf(String field) {
    return Optional.ofNullable(wordsOf.get(field)).orElse(Set.of());
  }

  @Override
  public void map(TreePath map, String example) {
    isMap |= map.equals(at);
  }

  @Override
  public void field(TreePath map, String name, Reader<?> reader, Otherwise otherwise) {
    if (map.equals(at)) {
      fields.put(name, new Asked(reader, otherwise));
    }
  }

  @Override
  public void kinds(TreePath map, String kind, Map<String, ? extends Reader<?>> all) {
    if (map.equals(at)) {
      kinds.putAll(all);
    }
  }

  @Override
  public void words(TreePath place, Set<String> asked) {
    if (place.equals(at)) {
      words.addAll(asked);
    }
    asked.stream()
        .filter(word -> place.steps().size() == at.steps().size() + 1)
        .forEach(word ->
            wordsOf.computeIfAbsent(last(place), name -> new LinkedHashSet<>()).add(word));
  }

  private static String last(TreePath path) {
    return path.steps().get(path.steps().size() - 1) instanceof TreePath.Name name
        ? name.name()
        : "";
  }
}
