package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.MONEY;
import static headroom.scenarios.yaml.Scalars.MONEY_PER_HOUR;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.billing.InstanceTimeRule;
import headroom.billing.PriceBook;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import headroom.spec.Attached;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.Image;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the price book of a scenario: by its id or file, perhaps with other prices in places. */
record PricesReader(PriceBookSource books) implements Reader<PriceBook> {

  private static final String EXAMPLE = "{book: us-east-1/2026-07, types: {m5.large: 0.09 USD/h}}";

  @Override
  public Read<PriceBook> read(Node node) {
    return node.tree() instanceof Tree.Fields ? overridden(node) : named(node);
  }

  private Read<PriceBook> named(Node node) {
    Read<String> id = TEXT.read(node);
    return new Read<>(id.value().flatMap(asked -> book(node, asked)), id.full());
  }

  private Optional<PriceBook> book(Node node, String asked) {
    if (asked.matches(".*\\.(yaml|yml|json)")) {
      return Beside.inFile(node, asked, books::read);
    }
    Optional<PriceBook> book = books.book(asked);
    if (book.isEmpty()) {
      node.complain("no price book " + Shown.quoted(asked) + "; " + books.cure(asked));
    }
    return book;
  }

  /** A book in which the scenario's own prices and rules of time take the place of the listed. */
  private Read<PriceBook> overridden(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<PriceBook> book = map.required("book", this::named, "us-east-1/2026-07");
    Given<Optional<PriceBook>> lacking = map.maybe("lacking", this::named);
    Optional<PriceBook> listed = book.value()
        .flatMap(its -> lacking.value().map(other -> other.map(its::filledFrom).orElse(its)));
    Given<Map<String, BigDecimal>> types = map.or(
        "types", each(MONEY_PER_HOUR, "type", listed.map(its -> its.types().keySet())), none());
    Given<Map<String, InstanceTimeRule>> time = map.or(
        "instance-time",
        each(PricesReader::rule, "system", listed.map(its -> its.instanceTime().keySet())),
        none());
    Given<Map<String, BigDecimal>> meters =
        map.or("meters", each(MONEY, "meter", listed.map(its -> its.tariffs().keySet())), none());
    return map.build(
        PriceBook.class,
        () -> listed.orElseThrow().overridden(types.get(), time.get(), meters.get()));
  }

  /** An operating system must be one that the book has a rule of time for. */
  static void checkSystem(Node node, Given<String> system) {
    node.session()
        .book
        .ifPresent(book -> system
            .value()
            .filter(word -> !book.instanceTime().containsKey(word))
            .ifPresent(word -> node.at("system")
                .complain("no operating system " + Shown.quoted(word) + " in the price book "
                    + book.id() + "; " + Shown.cure(word, book.instanceTime().keySet()))));
  }

  /** What keeps a book from pricing a scenario's instances and what stands beside them. */
  static List<Problem> problems(Scenario scenario, PriceBook book) {
    Problems problems = Problems.of();
    for (Group group : scenario.groups()) {
      String system = scenario.systemOf(group);
      problems.require(
          "groups." + group.name() + ".instance-refreshes",
          scenario.refreshImages(group).values().stream()
              .allMatch(image -> image.system().equals(system)),
          "must launch images of the group's operating system, " + system,
          "a group of its own for another one");
      if (!system.equals(Image.LINUX)) {
        scenario
            .typesOf(group)
            .forEach(type -> problems.addAll(
                "groups." + group.name() + ".image",
                book.of("groups." + group.name()).typeProblems(type.name(), system)));
      }
    }
    return problems.addAll("", book.problemsOf(Attached.kinds(scenario))).list();
  }

  private static Tree none() {
    return Tree.map(Map.of());
  }

  private static Read<InstanceTimeRule> rule(Node node) {
    MapReader map = MapReader.of(node, "{per: 1h}");
    Given<Duration> per = map.required("per", DURATION, "1h");
    Given<Duration> minimum = map.or("minimum", DURATION, "0s");
    return map.build(
        InstanceTimeRule.class,
        () -> InstanceTimeRule.problems(per.get(), minimum.get()),
        () -> new InstanceTimeRule(per.get(), minimum.get()));
  }

  /** A value for each name, which must be one that the book has. */
  private static <T> Reader<Map<String, T>> each(
      Reader<T> reader, String what, Optional<? extends Collection<String>> known) {
    return node -> {
      if (!(node.tree() instanceof Tree.Fields map)) {
        node.complain("must be a map, was " + node.tree().shown());
        return Read.rejected(node.tree());
      }
      Map<String, T> values = new LinkedHashMap<>();
      Map<String, Tree> full = new LinkedHashMap<>();
      map.fields().forEach((name, field) -> {
        Node child = node.child(name, field.value());
        Read<T> read = reader.read(child);
        boolean unknown = known.isPresent() && !known.get().contains(name);
        if (unknown) {
          child.complain("the book has no such " + what + "; " + Shown.cure(name, known.get()));
        } else {
          read.value().ifPresent(value -> values.put(name, value));
        }
        full.put(name, read.full());
      });
      return values.size() == full.size()
          ? Read.of(values, Tree.map(full))
          : Read.rejected(Tree.map(full));
    };
  }
}
