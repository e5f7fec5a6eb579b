package headroom.spec;

import headroom.supply.Image;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The images that the groups of a scenario launch. */
final class Launched {

  private final Scenario scenario;

  Launched(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Its own, its region's, or the one that was usual at the scenario's start. */
  Image of(Group group) {
    return group
        .image()
        .or(() -> ofRegion(group))
        .flatMap(this::named)
        .orElseGet(() -> group.pod().isPresent()
            ? Image.CONTAINER
            : Image.usualAt(LocalDate.ofInstant(scenario.start(), ZoneOffset.UTC)));
  }

  private Optional<String> ofRegion(Group group) {
    Geography places = scenario.geography();
    return group.pod().isPresent()
        ? Optional.empty()
        : places.region(places.of(group)).flatMap(CloudRegion::image);
  }

  private Optional<Image> named(String wanted) {
    return scenario.images().stream()
        .filter(image -> image.name().equals(wanted))
        .findFirst()
        .or(() -> Image.preset(wanted));
  }

  /** Those of its refreshes, by name. */
  Map<String, Image> ofRefreshes(Group group) {
    Map<String, Image> byName = new LinkedHashMap<>();
    for (InstanceRefresh refresh : group.upkeep().instanceRefreshes()) {
      refresh.image().ifPresent(wanted -> byName.put(wanted, named(wanted).orElseThrow()));
    }
    return byName;
  }
}
