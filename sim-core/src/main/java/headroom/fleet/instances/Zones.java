package headroom.fleet.instances;

import java.util.Map;
import java.util.TreeMap;

/** Which zones have lost their power, network or will: nothing can be launched there. */
public final class Zones {

  // How many failures hold a zone down: it is back when the last of them is over.
  private final Map<String, Integer> down = new TreeMap<>();

  public boolean isUp(String zone) {
    return !down.containsKey(zone);
  }

  public void goesDown(String zone) {
    down.merge(zone, 1, Integer::sum);
  }

  public void comesBack(String zone) {
    down.computeIfPresent(zone, (name, failures) -> failures == 1 ? null : failures - 1);
  }
}
