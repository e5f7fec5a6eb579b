package headroom.results;

import java.util.List;

/** The most load of a workload that was once served well: in all, and for a group's capacity. */
final class ServedLoad {

  private static final double TOLERANCE = 1.05;

  private final String workload;
  private final List<String> groups;
  private final double[] mostForCapacity;
  private double mostPerSecond;

  /** @param groups whose capacity it is compared with */
  ServedLoad(String workload, List<String> groups) {
    this.workload = workload;
    this.groups = groups;
    this.mostForCapacity = new double[groups.size()];
  }

  String workload() {
    return workload;
  }

  /** Notes the load of a window in which all was served well. */
  void remember(LoadWindow window) {
    double perSecond = window.perSecond(workload);
    mostPerSecond = Math.max(mostPerSecond, perSecond);
    for (int i = 0; i < mostForCapacity.length; i++) {
      double capacity = window.mostCapacity(groups.get(i));
      if (capacity > 0) {
        mostForCapacity[i] = Math.max(mostForCapacity[i], perSecond / capacity);
      }
    }
  }

  /** A window has more for the capacity of some group than was ever served well. */
  boolean isExceeded(LoadWindow window) {
    long offered = window.offered(workload);
    for (int i = 0; i < mostForCapacity.length; i++) {
      double capacity = window.leastCapacity(groups.get(i));
      if (exceeds(offered, mostForCapacity[i] * capacity * window.seconds())) {
        return true;
      }
    }
    return false;
  }

  /** A window has more of it than was ever served well. */
  boolean isHigher(LoadWindow window) {
    return exceeds(window.offered(workload), mostPerSecond * window.seconds());
  }

  /** More than usual, beyond what chance explains. */
  private static boolean exceeds(long offered, double usual) {
    return offered > TOLERANCE * usual + 3 * Math.sqrt(usual);
  }
}
