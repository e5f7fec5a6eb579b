package headroom.fleet.instances;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The control planes of all regions: each is down or up by itself. */
public final class ControlPlanes {

  private final Map<String, ControlPlane> planes = new LinkedHashMap<>();

  public ControlPlanes(List<String> regions) {
    regions.forEach(region -> planes.put(region, new ControlPlane()));
  }

  /** That of a region. */
  public ControlPlane of(String region) {
    return planes.computeIfAbsent(region, name -> new ControlPlane());
  }

  /** Those of some regions. */
  public List<ControlPlane> of(List<String> regions) {
    List<ControlPlane> some = new ArrayList<>();
    regions.forEach(region -> some.add(of(region)));
    return some;
  }
}
