package headroom.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {

  private final Path home;

  ResultsFolderTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void aNewFolderIsMadeWithTheFoldersAboveIt() throws IOException {
    Path place = home.resolve("headroom-out/web-shop");
    ResultsFolder.at(place).replace(files("one"));
    assertEquals("one", Files.readString(place.resolve("summary.json")));
    assertEquals(List.of("web-shop"), names(home.resolve("headroom-out")));
  }

  @Test
  void ourOldResultsGoWhenTheNewOnesAreComplete() throws IOException {
    Path place = home.resolve("out");
    Map<String, FileContent> more = new LinkedHashMap<>(files("one"));
    more.put("bill.csv", out -> out.write('x'));
    ResultsFolder.at(place).replace(more);
    ResultsFolder.at(place).replace(files("two"));
    assertEquals(List.of("provenance.json", "summary.json"), names(place));
    assertEquals("two", Files.readString(place.resolve("summary.json")));
    assertEquals(List.of("out"), names(home));
  }

  @Test
  void aFailureHalfwayLeavesTheOldResultsAndNothingElse() throws IOException {
    Path place = home.resolve("out");
    ResultsFolder.at(place).replace(files("one"));
    Map<String, FileContent> broken = new LinkedHashMap<>(files("two"));
    broken.put("bill.csv", out -> {
      throw new IOException("no space left");
    });
    ResultsFolder folder = ResultsFolder.at(place);
    assertThrows(IOException.class, () -> folder.replace(broken));
    assertEquals("one", Files.readString(place.resolve("summary.json")));
    assertEquals(List.of("out"), names(home));
  }

  @Test
  void aFailureInANewPlaceLeavesNothing() {
    ResultsFolder folder = ResultsFolder.at(home.resolve("out"));
    Map<String, FileContent> broken = Map.of("bill.csv", out -> {
      throw new IllegalStateException("a defect");
    });
    assertThrows(IllegalStateException.class, () -> folder.replace(broken));
    assertEquals(List.of(), names(home));
  }

  @Test
  void whatIsNotOursIsNeverReplaced() throws IOException {
    Path place = Files.createDirectories(home.resolve("out"));
    Files.writeString(place.resolve("summary.json"), "ours");
    Files.writeString(place.resolve("notes.txt"), "mine");
    Files.createDirectory(place.resolve("bill.csv"));
    FolderRefused refused = assertThrows(FolderRefused.class, () -> ResultsFolder.at(place));
    assertEquals(
        "--out "
            + place
            + " holds what is not Headroom's ('bill.csv' and 1 more), and results replace the"
            + " whole folder; name another with --out",
        refused.getMessage());
    assertEquals("mine", Files.readString(place.resolve("notes.txt")));
  }

  @Test
  void whatBecomesForeignDuringTheRunIsNotReplacedEither() throws IOException {
    Path place = home.resolve("out");
    ResultsFolder folder = ResultsFolder.at(place);
    Files.createDirectory(place);
    Files.writeString(place.resolve("notes.txt"), "mine");
    assertThrows(FolderRefused.class, () -> folder.replace(files("one")));
    assertEquals(List.of("notes.txt"), names(place));
    assertEquals(List.of("out"), names(home));
  }

  @Test
  void filesOfOurNamesThatAreNotOursAreLeftAlone() throws IOException {
    Path place = Files.createDirectory(home.resolve("out"));
    Files.writeString(place.resolve("report.html"), "mine");
    assertRefused(
        place,
        " holds files that Headroom did not write, and results replace the whole folder; name"
            + " another with --out");
    assertEquals("mine", Files.readString(place.resolve("report.html")));
  }

  @Test
  void anEmptyFolderIsTaken() throws IOException {
    Path place = Files.createDirectory(home.resolve("out"));
    ResultsFolder.at(place).replace(files("one"));
    assertEquals(List.of("provenance.json", "summary.json"), names(place));
  }

  @Test
  void aLinkToAFolderStaysALink() throws IOException {
    Path real = Files.createDirectory(home.resolve("real"));
    Path link = Files.createSymbolicLink(home.resolve("link"), real);
    ResultsFolder.at(link).replace(files("one"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("one", Files.readString(real.resolve("summary.json")));
  }

  @Test
  void aFileAndTheFolderOneWorksInAreRefused() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    assertRefused(file, " is a file; name a folder");
    assertRefused(Path.of("."), " is a folder you work in; name a folder of its own inside it");
    assertRefused(Path.of("/"), " is a folder you work in; name a folder of its own inside it");
    assertRefused(file.resolve("out"), " cannot be created: '" + file + "' cannot be written to");
  }

  private static void assertRefused(Path place, String why) {
    FolderRefused refused = assertThrows(FolderRefused.class, () -> ResultsFolder.at(place));
    assertEquals("--out " + place + why, refused.getMessage());
  }

  private static Map<String, FileContent> files(String text) {
    return Map.of(
        "summary.json", out -> out.write(text.getBytes(StandardCharsets.UTF_8)),
        "provenance.json",
            out ->
                out.write("{\n  \"program\": \"headroom\"\n}\n".getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
