package headroom.scenarios.yaml;

import headroom.random.Distribution;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Shown;
import headroom.supply.BootstrapStep;
import headroom.supply.Disk;
import headroom.supply.Image;
import headroom.supply.RootDevice;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads images; what is not said of a start is what was usual at the scenario's date. */
final class ImageReader {

  static final String EXAMPLE = "{boot: 30s, bootstrap: 2m}";

  private static final Map<String, RootDevice> ROOT_DEVICES = Words.of("ebs", RootDevice.EBS)
      .and("instance-store", RootDevice.INSTANCE_STORE)
      .table();

  private ImageReader() {}

  static Read<Image> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<Optional<Image>> like = map.maybe("like", ImageReader::preset);
    Image usual = like.value().flatMap(preset -> preset).orElseGet(() -> usual(node.session()));
    // Who measured the boot measured from the request on, so nothing is added to it.
    boolean measured = map.has("boot");
    Given<Distribution> pending =
        part(map, "pending", DistributionReader.READER, measured ? Image.NONE : usual.pending());
    Given<Distribution> boot = part(map, "boot", DistributionReader.READER, usual.boot());
    Given<Optional<String>> store = map.maybe("store", Scalars.NAME);
    BootstrapReader.refersToService(node, "store", store);
    Given<List<BootstrapStep>> bootstrap =
        part(map, "bootstrap", BootstrapReader.READER, measured ? Image.NONE : bootstrap(usual));
    Given<Optional<Distribution>> warmUp = map.maybe("warm-up", DistributionReader.READER);
    Given<Optional<Disk>> disk = map.maybe("disk", DiskReader::read);
    Given<Optional<RootDevice>> root =
        map.maybe("root-device", Scalars.word("root device", ROOT_DEVICES));
    Given<Boolean> instanceStore = map.or("instance-store", Scalars.BOOLEAN, "false");
    Given<String> system = map.or("system", Scalars.TEXT, Image.LINUX);
    PricesReader.checkSystem(node, system);
    return map.build(
        Image.class,
        () -> Image.problems(bootstrap.get()),
        () -> new Image(
            name,
            pending.get(),
            boot.get(),
            store.get(),
            bootstrap.get(),
            warmUp.get().orElse(Image.NONE),
            disk.get(),
            system.get(),
            root.get(),
            instanceStore.get()));
  }

  private static Read<Image> preset(Node node) {
    Read<String> name = Scalars.TEXT.read(node);
    Optional<Image> preset = name.value().flatMap(Image::preset);
    if (name.value().isPresent() && preset.isEmpty()) {
      node.complain("no preset "
          + Shown.quoted(name.value().get())
          + "; "
          + Shown.cure(
              name.value().get(), Image.presets().stream().map(Image::name).toList()));
    }
    return new Read<>(preset, name.full());
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
        + text(bootstrap(usual))
        + " bootstrap";
  }

  private static <T> Given<T> part(
      MapReader map, String name, Reader<T> reader, Distribution usual) {
    // What the preset it is like has was said with the preset's name.
    return map.has("like")
        ? map.or(name, reader, text(usual))
        : map.assume(name, reader, text(usual), "part of a start, usual at the time");
  }

  /** A preset's bootstrap is one time. */
  private static Distribution bootstrap(Image preset) {
    return preset.bootstrap().get(0).takes();
  }

  /** What is usual is a published mean, so the mean says all of it. */
  private static String text(Distribution usual) {
    return Durations.text(Duration.ofNanos(Math.round(usual.mean() * 1e9)));
  }
}
