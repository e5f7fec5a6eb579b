package headroom.scenarios.yaml;

import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.YamlWriter;
import headroom.supply.InstanceType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run depends on, as a number: the scenario without what only its bill and judges read. */
final class RunDigest {

  private static final List<String> READ_AFTERWARDS =
      List.of("about", "prices", "commitments", "meters", "failure-cost", "expect", "experiment");

  private RunDigest() {}

  /**
   * The digest in hexadecimal.
   *
   * @param full the scenario in full
   * @param types what its price book knows of instance types: of those it names, their size counts
   * @param files the files it reads, by the name it gives them
   */
  static String of(Tree full, List<InstanceType> types, Map<String, Path> files) {
    Tree.Fields fields = (Tree.Fields) full;
    Map<String, Tree.Field> rest = new LinkedHashMap<>(fields.fields());
    READ_AFTERWARDS.forEach(rest::remove);
    StringBuilder text =
        new StringBuilder(YamlWriter.write(new Tree.Fields(full.position(), rest)));
    String scenario = text.toString();
    types.stream()
        .filter(type -> scenario.contains(type.name()))
        .forEach(type -> text.append(said(type)));
    Map<String, Path> read = new LinkedHashMap<>(files);
    fields.value("prices").ifPresent(prices -> read.remove(book(prices)));
    return Digest.of(text.toString(), read);
  }

  /** The book's id or file, which a map of own prices names too. */
  private static String book(Tree prices) {
    if (prices instanceof Tree.Fields own) {
      return own.value("book").map(RunDigest::book).orElse("");
    }
    return prices instanceof Tree.Scalar book ? book.text() : "";
  }

  private static String said(InstanceType type) {
    String speed = type.coreSpeed().isPresent() ? Numbers.text(type.coreSpeed().getAsDouble()) : "";
    return "\n"
        + String.join(
            " ", type.name(), String.valueOf(type.vcpus()), Numbers.text(type.memoryGiB()), speed);
  }
}
