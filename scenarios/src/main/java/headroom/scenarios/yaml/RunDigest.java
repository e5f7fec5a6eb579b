package headroom.scenarios.yaml;

import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Tree;
import headroom.supply.InstanceType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run depends on, as a number: the scenario without what only its bill and judges read. */
final class RunDigest {

  private static final List<String> READ_AFTERWARDS =
      List.of("about", "prices", "commitments", "meters", "failure-cost", "expect", "experiment");

  private RunDigest() {}

  /**
   * The digest in hexadecimal.
   *
   * @param texts the scenario in full, each of its fields as text
   * @param prices its price book: an id, a file, or a map of its own
   * @param types what its price book knows of instance types: of those it names, their size counts
   * @param files the files it reads, by the name it gives them
   */
  static String of(
      Map<String, String> texts,
      Optional<Tree> prices,
      List<InstanceType> types,
      Map<String, Path> files) {
    Map<String, String> rest = new LinkedHashMap<>(texts);
    READ_AFTERWARDS.forEach(rest::remove);
    String scenario = String.join("", rest.values());
    StringBuilder text = new StringBuilder(scenario);
    types.stream()
        .filter(type -> scenario.contains(type.name()))
        .forEach(type -> text.append(said(type)));
    Map<String, Path> read = new LinkedHashMap<>(files);
    prices.ifPresent(given -> read.remove(book(given)));
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
