package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.scenarios.library.Library;
import headroom.scenarios.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioShelfTest {

  private static final String SCENARIO = """
      scenario: two-instances
      lasts: 6h
      workloads:
        users: {to: web, rate: 2/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 2, time: 100ms}}
      """;

  private final Path home;
  private final ScenarioShelf shelf = new ScenarioShelf();

  ScenarioShelfTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void everyScenarioOfTheLibraryIsListedWithASentenceAndCanBeRead() {
    assertEquals(
        Library.names(), shelf.list().stream().map(ScenarioSource.Listed::name).toList());
    for (ScenarioSource.Listed listed : shelf.list()) {
      assertFalse(listed.about().isBlank(), listed.name());
      assertEquals(
          listed.name(),
          shelf.read(listed.name(), List.of(), false).trial().scenario().name());
    }
  }

  @Test
  void aFileIsReadWithValuesPutInTheirPlaces() throws IOException {
    Path file = Files.writeString(home.resolve("two.yaml"), SCENARIO);
    ScenarioSource.Found found = shelf.read(
        file.toString(),
        List.of("seed=11", "experiment.replications=3", "groups.web.size.min=4"),
        false);
    assertEquals(11, found.trial().scenario().seed());
    assertEquals(3, found.trial().experiment().replications().atMost());
    assertEquals(4, found.trial().scenario().groups().get(0).size().min());
    assertFalse(found.varied().isPresent());
  }

  @Test
  void everyAssignmentThatIsNoneIsTold() {
    assertEquals(
        2,
        assertThrows(
                InputException.class,
                () -> shelf.read("web-shop", List.of("seed", "=3", "seed=4"), false))
            .complaints()
            .size());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearestOfTheLibrary() {
    assertSays(
        "webshop",
        "no scenario file 'webshop' and none of that name in the library; did you mean 'web-shop'?");
  }

  @Test
  void anUnknownFileIsAnsweredWithTheNearestBesideIt() throws IOException {
    Path file = Files.writeString(home.resolve("two.yaml"), SCENARIO);
    String wrong = home.resolve("tow.yaml").toString();
    InputException refused =
        assertThrows(InputException.class, () -> shelf.read(wrong, List.of(), false));
    assertTrue(message(refused).contains("did you mean '" + file + "'?"), message(refused));
  }

  @Test
  void aFolderIsNoScenario() {
    InputException refused =
        assertThrows(InputException.class, () -> shelf.read(home.toString(), List.of(), false));
    assertTrue(message(refused).contains("is a folder"), message(refused));
  }

  private static String message(InputException refused) {
    return String.valueOf(refused.getMessage());
  }

  private void assertSays(String name, String message) {
    InputException refused =
        assertThrows(InputException.class, () -> shelf.read(name, List.of(), false));
    assertEquals(message + "\n1 problem; nothing was run.", message(refused));
  }
}
