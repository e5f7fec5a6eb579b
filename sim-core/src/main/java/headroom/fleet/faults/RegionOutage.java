package headroom.fleet.faults;

import java.util.List;

/** Takes all zones down at once, and brings them back. */
public final class RegionOutage implements Outages.Thing {

  private final List<ZoneOutage> zones;

  public RegionOutage(List<ZoneOutage> zones) {
    this.zones = List.copyOf(zones);
  }

  @Override
  public void goesDown(long now) {
    zones.forEach(zone -> zone.goesDown(now));
  }

  @Override
  public void comesBack(long now) {
    zones.forEach(zone -> zone.comesBack(now));
  }
}
