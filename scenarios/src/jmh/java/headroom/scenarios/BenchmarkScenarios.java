package headroom.scenarios;

import headroom.billing.PriceBook;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.library.Library;
import headroom.scenarios.library.PriceBooks;
import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.YamlReader;
import headroom.scenarios.yaml.Loaded;
import headroom.scenarios.yaml.PriceBookSource;
import headroom.scenarios.yaml.ScenarioReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scenarios that benchmarks read as the program reads them. */
final class BenchmarkScenarios {

  /** Twenty minutes of three instances at 60 requests a second. */
  static final String STATION = """
      scenario: station
      lasts: 20m
      workloads: {users: {to: web, rate: 60/s}}
      groups:
        web: {type: m5.large, size: {min: 3}, serves: {workers: 8, time: {exponential: {mean: 100ms}}}}
      experiment: {vary: {groups.web.size.min: [3]}}
      """;

  private static final ScenarioFolder FOLDER =
      new ScenarioFolder(Path.of("").toAbsolutePath(), false);

  private BenchmarkScenarios() {}

  /** A scenario of the library. */
  static Trial library(String name, String... sets) {
    return new ScenarioReader(new Books())
        .read(Library.document(name), Arrays.stream(sets).map(Assignment::parse).toList(), FOLDER)
        .trial();
  }

  /** The variants of a scenario in words. */
  static Study study(String text) {
    ScenarioReader reader = new ScenarioReader(new Books());
    Loaded loaded = reader.read(YamlReader.parse(text, "benchmark.yaml"), List.of(), FOLDER);
    return new Study(loaded.trial(), reader.variants(loaded, FOLDER));
  }

  /** Each book is read once, as the program does. */
  private static final class Books implements PriceBookSource {
    private final Map<String, PriceBook> read = new LinkedHashMap<>();

    @Override
    public List<String> ids() {
      return PriceBooks.ids();
    }

    @Override
    public Optional<PriceBook> book(String id) {
      return ids().contains(id)
          ? Optional.of(read.computeIfAbsent(id, PriceBooks::load))
          : Optional.empty();
    }

    @Override
    public PriceBook read(Path file) {
      return PriceBooks.read(file);
    }
  }
}
