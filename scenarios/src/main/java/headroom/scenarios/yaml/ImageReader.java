package headroom.scenarios.yaml;

import headroom.random.Distribution;
import headroom.scenarios.text.Durations;
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
    Image usual = usual(node.session());
    // Who measured the boot measured from the request on, so nothing is added to it.
    boolean measured = map.has("boot");
    Given<Distribution> pending = part(map, "pending", measured ? Image.NONE : usual.pending());
    Given<Distribution> boot = part(map, "boot", usual.boot());
    Given<Distribution> bootstrap =
        part(map, "bootstrap", measured ? Image.NONE : usual.bootstrap());
    return map.build(
        Image.class, () -> new Image(name, pending.get(), boot.get(), bootstrap.get()));
  }

  /** The start that was usual at the scenario's date. */
  static Image usual(Session session) {
    return Image.usualAt(LocalDate.ofInstant(session.start, ZoneOffset.UTC));
  }

  static String inWords(Image usual) {
    return text(usual.pending())
        + " pending, "
        + text(usual.boot())
        + " boot, "
        + text(usual.bootstrap())
        + " bootstrap";
  }

  private static Given<Distribution> part(MapReader map, String name, Distribution usual) {
    return map.assume(
        name, DistributionReader.READER, text(usual), "part of a start, usual at the time");
  }

  /** What is usual is a published mean, so the mean says all of it. */
  private static String text(Distribution usual) {
    return Durations.text(Duration.ofNanos(Math.round(usual.mean() * 1e9)));
  }
}
