package headroom.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

  private static final String TEXT = """
      groups:
        web:
          size: {min: 3}
          scaling:
            - target-tracking: {metric: cpu, target: 55%}
            - scheduled: {min: 12}
      failures:
        - zone: {name: power-loss-b, zone: b, lasts: 45m}
      empty:
      """;

  private static final Tree ROOT = YamlReader.parse(TEXT, "f.yaml").root();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "groups.web.size.min, 3",
    "groups.web.scaling[0].target-tracking.target, 55%",
    "failures.power-loss-b.lasts, 45m",
    "failures[0].zone.lasts, 45m"
  })
  void aPathReachesAnything(String path, String value) {
    assertEquals("'" + value + "'", ROOT.at(path).orElseThrow().shown());
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "groups.web.size.min;6",
        "groups.web.size.max;40",
        "groups.web.scaling[1].scheduled.min;5",
        "groups.web.scaling[2];{scheduled: {min: 1}}",
        "failures.power-loss-b.lasts;2h",
        "failures.power-loss-b;{name: power-loss-b}",
        "workloads.shoppers.client.timeout;2s",
        "empty.inner;1",
        "empty[0];1",
        "absent[0].min;1",
        "groups;{db: {size: 1}}"
      })
  void aValueSetIsFoundAgain(String path, String value) {
    Tree changed = Assignment.parse(path + "=" + value).applyTo(ROOT);
    assertEquals(value, YamlWriter.line(changed.at(path).orElseThrow()));
    assertEquals("--set", changed.at(path).orElseThrow().position().toString());
    assertEquals("f.yaml:1:1", changed.position().toString());
  }

  @Test
  void settingLeavesTheRestAndTheOriginalAlone() {
    Tree changed = Assignment.parse("groups.web.size.min=6").applyTo(ROOT);
    assertEquals("'3'", ROOT.at("groups.web.size.min").orElseThrow().shown());
    assertEquals(
        TEXT.replace("min: 3", "min: 6").replace("empty:", "empty: null"),
        YamlWriter.write(changed));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "groups.web.size.min.x=1 | --set  groups.web.size.min: is '3', which has no part 'x'",
        "groups.web.scaling[7].x=1 | --set  groups.web.scaling: has 2 items, counted from 0",
        "groups.web.size[0]=1 | --set  groups.web.size: is a map, not a list",
        "failures.storm.lasts=1m | --set  failures: no item of this list has the name 'storm'",
        "groups.web.size.min | --set  'groups.web.size.min' is not an assignment; write path=value",
        "groups..web=1 | --set  'groups..web' is not a path; write one like"
            + " groups.web.scaling[0].name"
      })
  void aPathThatLeadsNowhereIsRefused(String assignment, String complaint) {
    InputException thrown =
        assertThrows(InputException.class, () -> Assignment.parse(assignment).applyTo(ROOT));
    assertEquals(complaint, thrown.complaints().get(0).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.b", "a[0]", "a[0][12].b", "\"m5.large\".x", "a.\"q\\\"x\""})
  void aPathIsWrittenAsItIsRead(String path) {
    assertEquals(path, TreePath.parse(path).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", "[0]", "a[", "a[x]", "a[0]b", "a\"b", "a]", "\"a"})
  void whatIsNoPathIsRefused(String path) {
    assertThrows(InputException.class, () -> TreePath.parse(path));
  }

  @Test
  void whatIsWrittenReadsBackAsTheSameTree() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      Tree tree = Tree.map(Map.of("top", any(random, 0)));
      String text = YamlWriter.write(tree);
      assertEquals(bare(tree), bare(read(text)), text);
    }
  }

  private static Tree read(String text) {
    return assertDoesNotThrow(() -> YamlReader.parse(text, "f").root(), text);
  }

  private static final List<String> TEXTS = List.of(
      "",
      "a",
      "55%",
      "1d6h",
      "no",
      "true",
      "null",
      "~",
      "- x",
      "a: b",
      "x:",
      "#c",
      "a #c",
      "'",
      "\"",
      "\\",
      "é",
      "\n",
      "a\nb",
      " a",
      "a ",
      "[",
      "{a}",
      "a, b",
      "*x",
      "&x",
      "!t",
      "%d",
      "@x",
      "`",
      "0.10 USD/h",
      "cost.total < 400 USD",
      "2026-11-27T00:00:00Z",
      "---",
      "...",
      "-",
      "?",
      "? x",
      "|",
      ">",
      "12:30",
      "a:b",
      "\u0007",
      "\ud83d\ude00",
      "\u2028",
      "=",
      "<<");

  private static Tree any(Random random, int depth) {
    int kind = random.nextInt(depth > 4 ? 1 : 3);
    if (kind == 1) {
      List<Tree> items = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(any(random, depth + 1));
      }
      return Tree.list(items);
    }
    if (kind == 2) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        fields.put(anyName(random), any(random, depth + 1));
      }
      return Tree.map(fields);
    }
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return new Tree.Scalar(Position.NONE, text, random.nextBoolean());
  }

  private static String anyName(Random random) {
    String name = TEXTS.get(random.nextInt(TEXTS.size()));
    return name.isEmpty() ? "x" : name;
  }

  /** The tree without places; an unquoted scalar and a quoted one of the same meaning are alike. */
  private static Object bare(Tree tree) {
    if (tree instanceof Tree.Fields map) {
      Map<String, Object> bare = new LinkedHashMap<>();
      map.fields().forEach((name, field) -> bare.put(name, bare(field.value())));
      return bare;
    }
    if (tree instanceof Tree.Items list) {
      return list.items().stream().map(TreeTest::bare).toList();
    }
    Tree.Scalar scalar = (Tree.Scalar) tree;
    return scalar.isNothing() ? "nothing" : "text " + scalar.text();
  }
}
