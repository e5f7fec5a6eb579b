package headroom.fleet.faults;

import java.util.List;

/** Takes all zones of a region or provider down at once, and brings them back. */
public final class RegionOutage implements Outages.Thing {

  private final List<Outages.Thing> zones;

  public RegionOutage(List<Outages.Thing> zones) {
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
