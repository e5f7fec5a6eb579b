package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Reading.LEAST;
import static headroom.scenarios.yaml.Reading.NOWHERE;
import static headroom.scenarios.yaml.Reading.loaded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.scenarios.experiment.Variant;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is varied becomes variants, each of which can be run. */
class VaryTest {

  private static List<Variant> variants(String vary, String... more) {
    List<String> sets = new java.util.ArrayList<>(List.of(more));
    sets.add("experiment.vary=" + vary);
    return new ScenarioReader(new TestBooks())
        .variants(loaded(LEAST, sets.toArray(new String[0])), NOWHERE);
  }

  private static List<String> names(List<Variant> variants) {
    return variants.stream().map(Variant::name).toList();
  }

  private static int min(Variant variant) {
    return variant.source().trial().scenario().groups().get(0).size().min();
  }

  private static List<String> complaints(String vary) {
    InputException thrown = assertThrows(InputException.class, () -> variants(vary));
    return thrown.complaints().stream().map(Complaint::toString).toList();
  }

  /** Neither the scenario's own mistakes nor those of what varies hide the others. */
  @Test
  void whatVariesIsCheckedThoughTheScenarioIsWrong() {
    InputException thrown = assertThrows(
        InputException.class,
        () -> variants(
            "{groups.web.size.min: [], groups.wab.size.min: [1, 2], groups.web.size.mox: [1],"
                + " groups.web.serves.workers: [2, many], a..b: [1]}",
            "groups.web.type=m9.enormous"));
    List<String> told = thrown.complaints().stream()
        .map(complaint -> complaint.path() + ": " + complaint.message())
        .toList();

    assertTold(told, "groups.web.type", "m9.enormous");
    assertTold(told, "experiment.vary.\"groups.web.size.min\"", "was an empty list");
    assertTold(told, "experiment.vary", "there is no group 'wab'");
    assertTold(told, "groups.web.size.mox", "did you mean 'max'?");
    assertTold(told, "groups.web.serves.workers", "'groups.web.serves.workers=many'");
    assertTold(told, "experiment.vary", "a..b");
  }

  @Test
  void namedOnesAreCheckedThoughOneHasNoName() {
    List<String> told = complaints(
        "[{name: a, set: {groups.web.size.min: x}}, {set: {groups.web.serves.wokers: 7}}]");

    assertTold(told, "experiment.vary[1].name", "is missing");
    assertTold(told, "groups.web.size.min", "must be a whole number, was 'x'");
    assertTold(told, "groups.web.serves.wokers", "did you mean 'workers'?");
  }

  private static void assertTold(List<String> told, String path, String words) {
    assertTrue(
        told.stream().anyMatch(each -> each.contains(path) && each.contains(words)),
        () -> path + ", " + words + ": not in " + told);
  }

  @Test
  void aGridIsEveryCombination() {
    List<Variant> grid =
        variants("{groups.web.size.min: [1, 2], groups.web.serves.queue: [10, 20, 30]}");
    assertEquals(
        List.of(
            "size.min=1, serves.queue=10",
            "size.min=1, serves.queue=20",
            "size.min=1, serves.queue=30",
            "size.min=2, serves.queue=10",
            "size.min=2, serves.queue=20",
            "size.min=2, serves.queue=30"),
        names(grid));
    assertEquals(List.of(1, 1, 1, 2, 2, 2), grid.stream().map(VaryTest::min).toList());
  }

  @Test
  void aWholePartMayVary() {
    List<Variant> variants =
        variants("{groups.web.serves.time: [{exponential: {mean: 80ms}}, 2s]}");
    assertEquals(
        List.of("serves.time={exponential: {mean: 80ms}}", "serves.time=2s"), names(variants));
  }

  @Test
  void namedVariantsSetWhatTheySay() {
    List<Variant> named =
        variants("[{name: as it is}, {name: large, set: {groups.web.size.min: 7}}]");
    assertEquals(List.of("as it is", "large"), names(named));
    assertEquals(7, min(named.get(1)));
    assertNotEquals(
        named.get(0).source().trial().origin().runDigest(),
        named.get(1).source().trial().origin().runDigest());
  }

  @Test
  void aLatinHypercubeDrawsEachPartOnce() {
    List<Variant> sample =
        variants("{latin-hypercube: {samples: 20, over: {groups.web.size.min: {from: 1, to: 20},"
            + " groups.web.serves.time: {uniform: {low: 100ms, high: 300ms}}}}}");
    assertEquals("sample 01", sample.get(0).name());
    assertEquals(
        IntStream.rangeClosed(1, 20).boxed().toList(),
        sample.stream().map(VaryTest::min).sorted().toList());
    List<Integer> parts = sample.stream()
        .map(variant -> variant.set().get(1).value())
        .peek(time -> assertTrue(time.endsWith("ms"), time))
        .map(time -> Double.parseDouble(time.substring(0, time.length() - 2)))
        .map(time -> (int) ((time - 100) / 10))
        .sorted()
        .toList();
    assertEquals(IntStream.range(0, 20).boxed().toList(), parts);
    assertEquals(
        names(sample),
        names(variants(
            "{latin-hypercube: {samples: 20, over: {groups.web.size.min: {from: 1, to: 20}}}}")));
  }

  @Test
  void everyVariantIsCheckedAndTheSameMistakeToldOnce() {
    List<String> told = complaints("{groups.web.size.min: [1, x, 2], groups.web.serves.queu: [5]}");
    assertEquals(2, told.size(), told.toString());
    assertEquals(
        "--set  groups.web.serves.queu: unknown field; did you mean 'queue'? (in variant"
            + " 'size.min=1, serves.queu=5')",
        told.get(0));
    assertTrue(told.get(1).endsWith("(in variant 'size.min=x, serves.queu=5')"), told.get(1));
  }

  @Test
  void aPathIntoAPartThatIsNotThereIsAskedBack() {
    assertEquals(
        List.of("--set  experiment.vary: varies groups.wbe.size.min, but there is no group 'wbe';"
            + " did you mean 'web'?"),
        complaints("{groups.wbe.size.min: [1, 2]}"));
  }

  @Test
  void pricesAreNoPartOfARun() {
    List<Variant> variants = variants("{expect: [[cost.total < 1 USD], [cost.total < 2 USD]]}");
    assertEquals(
        variants.get(0).source().trial().origin().runDigest(),
        variants.get(1).source().trial().origin().runDigest());
  }
}
