package headroom.fleet.routing;

import headroom.fleet.traffic.Destination;
import java.util.ArrayList;
import java.util.List;

/** One of the things a name points to, and its addresses in the record. */
final class Place {

  private final Destination door;
  private final int[] classNumbers;
  private final List<Address> told = new ArrayList<>();

  /** What the name's own checks say. */
  boolean healthy = true;

  int failures;
  int passes;

  Place(Destination door, int[] classNumbers) {
    this.door = door;
    this.classNumbers = classNumbers;
  }

  Destination door() {
    return door;
  }

  int[] classNumbers() {
    return classNumbers;
  }

  /** Its addresses in the record. */
  List<Address> told() {
    return told;
  }

  boolean isAnswered() {
    return healthy && !told.isEmpty();
  }
}
