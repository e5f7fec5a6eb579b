package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Constant;
import headroom.random.Distribution;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an instance starts from, and how long its start takes. All times in seconds.
 *
 * @param name its name in the scenario, or the preset's
 * @param pending from the launch request to {@code running}; not billed
 * @param boot from {@code running} to a reachable operating system; billed
 * @param store the launch service that must be there while the image is fetched, which is what an
 *     instance does while it is pending; empty for one that is always there
 * @param bootstrap what follows, one after another: configuration, code; billed
 * @param warmUp from there to in service: the application's start; billed
 * @param disk the volume that its instances come with; empty for none that is billed
 * @param system the operating system, as the price book calls it: "linux", "suse"
 * @param rootDevice what its instances start from; empty for what was usual at the time
 * @param instanceStore true when they keep data on disks of their host, which whatever ends their
 *     running loses, but no reboot
 */
public record Image(
    String name,
    Distribution pending,
    Distribution boot,
    Optional<String> store,
    List<BootstrapStep> bootstrap,
    Distribution warmUp,
    Optional<Disk> disk,
    String system,
    Optional<RootDevice> rootDevice,
    boolean instanceStore) {

  public static final String LINUX = "linux";

  /** No time at all, for parts of a start that an image does not have. */
  public static final Distribution NONE = new Constant(0);

  /** The only step of a bootstrap that is said as one time. */
  public static final String WHOLE = "bootstrap";

  /** A container whose image is on the node: 5 s, from general knowledge, unverified. */
  public static final Image CONTAINER = new Image("container", NONE, new Constant(5), NONE);

  public static List<Problem> problems(List<BootstrapStep> bootstrap) {
    return Problems.of()
        .require(
            "bootstrap",
            bootstrap.stream().map(BootstrapStep::step).distinct().count() == bootstrap.size(),
            "must not have two steps of one name",
            "give one of them another")
        .list();
  }

  public Image {
    bootstrap = List.copyOf(bootstrap);
    Problems.throwIfAny(problems(bootstrap));
  }

  /** An image whose instances keep nothing on disks of their host but what was usual. */
  public Image(
      String name,
      Distribution pending,
      Distribution boot,
      Optional<String> store,
      List<BootstrapStep> bootstrap,
      Distribution warmUp,
      Optional<Disk> disk,
      String system) {
    this(name, pending, boot, store, bootstrap, warmUp, disk, system, Optional.empty(), false);
  }

  /** A Linux image without a volume that is billed. */
  public Image(
      String name,
      Distribution pending,
      Distribution boot,
      Optional<String> store,
      List<BootstrapStep> bootstrap,
      Distribution warmUp) {
    this(name, pending, boot, store, bootstrap, warmUp, Optional.empty(), LINUX);
  }

  /** A start whose bootstrap is one time. */
  public Image(String name, Distribution pending, Distribution boot, Distribution bootstrap) {
    this(name, pending, boot, Optional.empty(), List.of(new BootstrapStep(WHOLE, bootstrap)), NONE);
  }

  /**
   * Starts as they were measured or reported: 97 s [M1] and 1,100 s of configuration management
   * within [M7]'s range, 97 s for a baked Linux image [M1], 810 s for Windows [M1], 5 s pending and
   * 25 s boot for Linux in 2021 [M2] (fleet sheet §1.4). The published figures are means, so these
   * are constants.
   */
  public static List<Image> presets() {
    return List.of(
        new Image("2008-bootstrap", NONE, new Constant(97), new Constant(1_100)),
        new Image("2012-baked-linux", NONE, new Constant(97), NONE),
        new Image("2012-windows", NONE, new Constant(810), NONE),
        new Image("2021-linux", new Constant(5), new Constant(25), NONE),
        CONTAINER);
  }

  /** The preset of a name. */
  public static Optional<Image> preset(String name) {
    return presets().stream().filter(image -> image.name().equals(name)).findFirst();
  }

  /** The start that was usual at a date: bootstrapped before 2012, baked until 2020. */
  public static Image usualAt(LocalDate date) {
    String name = date.getYear() < 2012
        ? "2008-bootstrap"
        : date.getYear() < 2021 ? "2012-baked-linux" : "2021-linux";
    return preset(name).orElseThrow();
  }
}
