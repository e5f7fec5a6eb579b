package headroom.fleet.instances;

import headroom.supply.Image;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The starts of a group's instances, by the version that each was launched from. */
final class Startups {

  private final Function<Image, Startup> make;
  private final List<Startup> versions = new ArrayList<>();
  private final Map<Image, Startup> byImage = new LinkedHashMap<>();

  Startups(Function<Image, Startup> make) {
    this.make = make;
  }

  /** From now on instances start from this image: a new version, which may match an earlier one. */
  void launch(Image image) {
    versions.add(byImage.computeIfAbsent(image, make));
  }

  /** From now on they start as those of an earlier version did: a new version, too. */
  void again(int version) {
    versions.add(versions.get(version));
  }

  /** The version launched now. */
  byte version() {
    return (byte) (versions.size() - 1);
  }

  /** True when an instance started as one launched now would. */
  boolean isCurrent(Instance instance) {
    return of(instance) == versions.get(version());
  }

  Startup of(Instance instance) {
    return versions.get(instance.version());
  }
}
