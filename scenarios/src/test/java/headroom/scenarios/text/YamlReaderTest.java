package headroom.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {

  private final Path folder;

  YamlReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyValueAndNameKnowsItsPlace() {
    Tree root = parse("groups:\n  web:\n    zones: [a, b]\n");
    Tree.Fields groups = (Tree.Fields) root.at("groups").orElseThrow();
    assertEquals(
        "f.yaml:2:3", groups.fields().values().iterator().next().namePosition().toString());
    assertEquals(
        "f.yaml:3:16", root.at("groups.web.zones[1]").orElseThrow().position().toString());
  }

  @Test
  void jsonIsYaml() {
    Tree root = parse("{\"a\": [1, {\"b\": \"x\\u0041\"}], \"c\": null}");
    assertEquals("'xA'", root.at("a[1].b").orElseThrow().shown());
    assertEquals("nothing", root.at("c").orElseThrow().shown());
  }

  @Test
  void anAliasStandsForWhatItNames() {
    Tree root = parse("a: &x {timeout: 2s}\nb: *x\n");
    assertEquals("'2s'", root.at("b.timeout").orElseThrow().shown());
  }

  @Test
  void aNameSaidTwiceIsAComplaintAndTheFirstCounts() {
    Document document = YamlReader.parse("a: 1\nb:\n  c: 2\n  c: 3\n", "f.yaml");
    assertEquals("'2'", document.root().at("b.c").orElseThrow().shown());
    assertEquals(
        List.of("f.yaml:4:3  b.c: is said twice; the first is in line 3"),
        document.complaints().stream().map(Complaint::toString).toList());
  }

  @Test
  void wordsStayText() {
    Tree root = parse("a: no\nb: 010\nc: 12:30:45\nd: .inf\ne: 0x1F\n");
    assertEquals("'no'", root.at("a").orElseThrow().shown());
    assertEquals("'12:30:45'", root.at("c").orElseThrow().shown());
  }

  @Test
  void whatIsNoTreeIsOneClearComplaint() {
    assertComplaint("f.yaml  the file is empty", "");
    assertComplaint("f.yaml  the file is empty", "# only a comment\n");
    assertComplaint("f.yaml  the file is empty", "---\n");
    assertComplaint(
        "f.yaml:2:1  a tab stands where the line is indented; use spaces", "a:\n\tb: 1\n");
    assertComplaint(
        "f.yaml:2:1  a second document starts here; one file holds one", "a: 1\n---\nb: 1\n");
    assertComplaint("f.yaml:1:4  the alias '*x' names nothing written before it", "a: *x\n");
    assertComplaint("f.yaml:1:8  the alias '*a' names nothing written before it", "a: &a [*a]\n");
    assertComplaint(
        "f.yaml:1:4  the tag '!!java.util.Date' has no meaning here", "a: !!java.util.Date 1\n");
    assertComplaint("f.yaml:1:3  a name must be plain text", "? [a]\n: 1\n");
    assertComplaint("f.yaml:1:2  a name is missing before ':'", "{'': 1}\n");
    assertComplaint(
        "f.yaml:2:1  YAML 1.2 has no merge key '<<'; write the fields out",
        "a: &a {b: 1}\n<<: *a\n");
    assertComplaint(
        "f.yaml:2:4  not YAML: a ':' is not allowed here; look at the indentation, or quote the text",
        "a: 1\n  b: 2\n");
    assertComplaint("f.yaml:1:66  the file nests deeper than 64 levels", "[".repeat(1_000_000));
  }

  @Test
  void anAliasBombIsRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String item = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s%s]\n".formatted(i, i, item, (", " + item).repeat(9)));
    }
    assertComplaint("f.yaml:6:10  the file holds more than 200000 values", bomb.toString());
  }

  @Test
  void aDeepAliasIsRefused() {
    StringBuilder deep = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 100; i++) {
      deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertComplaint("f.yaml:64:12  the file nests deeper than 64 levels", deep.toString());
  }

  @Test
  void whatIsNoTextFileIsOneClearComplaint() throws IOException {
    assertFile("is not a text file (it holds control characters)", 1, 3, new byte[] {'a', '\n', 0});
    assertFile("byte 0xE9 is not UTF-8 text; save the file as UTF-8", 1, 4, bytes("a: \u00e9"));
    assertFile("is larger than 10 MB; too large to be read", 0, 0, new byte[10_000_001]);
    Path file =
        Files.write(folder.resolve("bom.yaml"), "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8));
    assertEquals("'1'", YamlReader.read(file).root().at("a").orElseThrow().shown());
  }

  @Test
  void whatIsNoFileIsOneClearComplaint() {
    Path missing = folder.resolve("none.yaml");
    assertEquals(
        missing + "  no such file\n1 problem; nothing was run.",
        message(() -> YamlReader.read(missing)));
    assertEquals(
        folder + "  is a folder; name a file in it\n1 problem; nothing was run.",
        message(() -> YamlReader.read(folder)));
  }

  @Test
  void fiveMegabytesOfGarbageAreOneClearComplaint() throws IOException {
    byte[] binary = new byte[5_000_000];
    new Random(1).nextBytes(binary);
    assertEquals(
        List.of("byte 0xD5 is not UTF-8 text; save the file as UTF-8"),
        complaints(binary).stream().map(Complaint::message).toList());
  }

  @Test
  void complaintsStandInTheOrderOfTheirPlaces() {
    InputException thrown = new InputException(List.of(
        new Complaint(new Position("f", 10, 1), "b", "two"),
        new Complaint(new Position("f", 9, 5), "a", "one"),
        new Complaint(new Position("f", 9, 5), "a", "one")));
    assertEquals(
        "f:9:5  a: one\nf:10:1  b: two\n2 problems; nothing was run.", thrown.getMessage());
  }

  @Test
  void aGreatManyComplaintsAreCutShort() {
    List<Complaint> many = java.util.stream.IntStream.rangeClosed(1, 150)
        .mapToObj(i -> new Complaint(new Position("f", i, 1), "", "wrong"))
        .toList();
    String message = String.valueOf(new InputException(many).getMessage());
    assertTrue(message.endsWith("f:100:1  wrong\n... and 50 more\n150 problems; nothing was run."));
  }

  private List<Complaint> complaints(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("garbage.yaml"), content);
    return assertThrows(InputException.class, () -> YamlReader.read(file)).complaints();
  }

  private void assertFile(String message, int line, int column, byte[] content) throws IOException {
    Complaint complaint = complaints(content).get(0);
    assertEquals(message, complaint.message());
    assertEquals(
        line == 0 ? 0 : line + (content[1] == '\n' ? 1 : 0),
        complaint.position().line());
    assertEquals(content.length == 3 ? 1 : column, complaint.position().column());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Tree parse(String text) {
    return YamlReader.parse(text, "f.yaml").root();
  }

  private static void assertComplaint(String complaint, String text) {
    assertEquals(complaint + "\n1 problem; nothing was run.", message(() -> parse(text)));
  }

  private static String message(org.junit.jupiter.api.function.Executable work) {
    return String.valueOf(assertThrows(InputException.class, work).getMessage());
  }
}
