package headroom.fleet.routing;

import headroom.fleet.traffic.Destination;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the things a name points to, and its addresses in the record. */
final class Place {

  private final Destination door;
  private final int[] classNumbers;
  private final List<Address> told = new ArrayList<>();
  private @Nullable Address outdated;

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

  void add(Address address) {
    if (outdated != null) {
      told.remove(outdated);
      outdated = null;
    }
    told.add(address);
  }

  /** Takes an address out of the record, where another is left: a record is never empty. */
  void remove(Address address) {
    if (told.size() == 1 && told.contains(address)) {
      outdated = address;
    } else {
      told.remove(address);
    }
  }

  /** Whether answers should lead there. */
  boolean isAnswered() {
    return healthy && outdated == null && !told.isEmpty();
  }
}
