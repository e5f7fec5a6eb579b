package headroom.fleet.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What launches and terminates for the account: while it is down, nothing changes. */
public final class ControlPlane {

  // By group: who comes first must not depend on the order in the file.
  private final SortedMap<String, List<Returned>> waiting = new TreeMap<>();
  // How many failures hold it down: it is back when the last of them is over.
  private int outages;
  private String cause = "";

  /** Hears that the control plane is back. */
  @FunctionalInterface
  public interface Returned {
    void isBack(long nowNanos);
  }

  public boolean isUp() {
    return outages == 0;
  }

  /** The failure that took it down last; empty while it is up. */
  public String cause() {
    return isUp() ? "" : cause;
  }

  /** Lets something be done for a group once it is back. */
  public void whenBack(String group, Returned something) {
    waiting.computeIfAbsent(group, name -> new ArrayList<>()).add(something);
  }

  public void goesDown(String failure) {
    outages++;
    cause = failure;
  }

  /** One failure is over. */
  public void comesBack(long now) {
    if (--outages == 0) {
      List<Returned> due = waiting.values().stream().flatMap(List::stream).toList();
      waiting.clear();
      due.forEach(one -> one.isBack(now));
    }
  }
}
