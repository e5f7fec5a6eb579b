package headroom.scenarios.yaml;

import headroom.random.Distribution;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Tree;
import headroom.supply.Image;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads images; what is not said of a start is what was usual at the scenario's date. */
final class ImageReader {

  static final String EXAMPLE = "{boot: 30s, bootstrap: 2m}";

  private ImageReader() {}

  static Read<Image> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Image usual = Image.usualAt(LocalDate.ofInstant(node.session().start, ZoneOffset.UTC));
    // Who measured the boot measured from the request on, so nothing is added to it.
    boolean measured = map.has("boot");
    Given<Distribution> pending = part(map, "pending", measured ? Image.NONE : usual.pending());
    Given<Distribution> boot = part(map, "boot", usual.boot());
    Given<Distribution> bootstrap =
        part(map, "bootstrap", measured ? Image.NONE : usual.bootstrap());
    return map.build(
        Image.class, () -> new Image(name, pending.get(), boot.get(), bootstrap.get()));
  }

  private static Given<Distribution> part(MapReader map, String name, Distribution usual) {
    Tree otherwise = Tree.of(Durations.text(seconds(usual.mean())));
    return map.assume(
        name, DistributionReader::read, otherwise, "part of a start, usual at the time");
  }

  /** What is usual is a published mean, so the mean says all of it. */
  private static Duration seconds(double mean) {
    return Duration.ofNanos(Math.round(mean * 1e9));
  }
}
