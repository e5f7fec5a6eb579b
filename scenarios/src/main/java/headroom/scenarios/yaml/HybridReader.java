package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.scenarios.text.Tree;
import headroom.spec.AskedWindow;
import headroom.spec.Hybrid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads when a hybrid run sends requests. */
final class HybridReader {

  private static final String EXAMPLE = "[{at: 1d6h, lasts: 30m}]";

  private HybridReader() {}

  static Read<Hybrid> read(Node node) {
    MapReader map = MapReader.of(node, "{windows: " + EXAMPLE + "}");
    Reader<AskedWindow> window = HybridReader::window;
    Given<List<AskedWindow>> windows =
        map.or("windows", window.list(EXAMPLE), Tree.list(List.of()));
    Given<Optional<Integer>> alike = map.or(
        "simulate-alike",
        Scalars.orWord(WHOLE, "all"),
        Integer.toString(Hybrid.DEFAULT_SIMULATE_ALIKE));
    return map.build(
        Hybrid.class,
        () -> Hybrid.problems(alike.get()),
        () -> new Hybrid(windows.get(), alike.get()));
  }

  private static Read<AskedWindow> window(Node node) {
    MapReader map = MapReader.of(node, "{at: 1d6h, lasts: 30m}");
    Given<Duration> at = map.required("at", DURATION, "1d6h");
    Given<Duration> lasts = map.required("lasts", DURATION, "30m");
    return map.build(
        AskedWindow.class,
        () -> AskedWindow.problems(at.get(), lasts.get()),
        () -> new AskedWindow(at.get(), lasts.get()));
  }
}
