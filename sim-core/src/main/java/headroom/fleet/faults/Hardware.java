package headroom.fleet.faults;

import headroom.fault.HardwareFailures.Level;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.Zones;
import headroom.random.Chance;
import headroom.random.Stream;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * On which host and rack of its zone every instance lies, and which of these are down. An instance
 * has a place between 0 and 1 in its zone, and every level cuts that into equal parts.
 */
public final class Hardware implements InstanceListener {

  // A launch that met only hardware that is down takes the last it tried: it fails with it.
  private static final int MOST_TRIES = 64;

  private final Zones zones;
  private final Chance chance;
  private final Map<Level, Integer> perZone = new EnumMap<>(Level.class);
  private final Map<Level, Map<String, Map<Integer, Integer>>> down = new EnumMap<>(Level.class);

  public Hardware(Zones zones, Chance chance) {
    this.zones = zones;
    this.chance = chance;
  }

  /** Tells how many of a level there are in each zone. */
  public void has(Level level, int count) {
    perZone.put(level, count);
    down.put(level, new TreeMap<>());
  }

  /** The host or rack of its zone that an instance lies on. */
  int index(Instance instance, Level level) {
    return (int) (instance.position() * perZone.getOrDefault(level, 1));
  }

  @Override
  public void asked(Instance instance, long now) {
    Stream luck = chance.of(instance.group().name(), "hardware");
    for (int k = 0; k < MOST_TRIES; k++) {
      instance.liesAt(luck.at(instance.ordinal(), k));
      if (isUp(instance)) {
        return;
      }
    }
  }

  private boolean isUp(Instance instance) {
    return down.entrySet().stream()
        .noneMatch(level -> level
            .getValue()
            .getOrDefault(instance.zoneName(), Map.of())
            .containsKey(index(instance, level.getKey())));
  }

  void goesDown(Level level, String zone, int index) {
    Map<Integer, Integer> there = down(level, zone);
    boolean wasAll = isAll(there, level);
    there.merge(index, 1, Integer::sum);
    if (!wasAll && isAll(there, level)) {
      zones.goesDown(zone);
    }
  }

  void comesBack(Level level, String zone, int index) {
    Map<Integer, Integer> there = down(level, zone);
    boolean wasAll = isAll(there, level);
    there.computeIfPresent(index, (key, failures) -> failures == 1 ? null : failures - 1);
    if (wasAll && !isAll(there, level)) {
      zones.comesBack(zone);
    }
  }

  /** How many failures hold each host or rack of a zone down. */
  private Map<Integer, Integer> down(Level level, String zone) {
    return down.computeIfAbsent(level, each -> new TreeMap<>())
        .computeIfAbsent(zone, name -> new TreeMap<>());
  }

  private boolean isAll(Map<Integer, Integer> there, Level level) {
    return there.size() == perZone.getOrDefault(level, 1);
  }
}
