package headroom.fleet.routing;

import headroom.fleet.traffic.Destination;

/** One of the things a name points to, and its addresses in the record. */
final class Place {

  private final Destination door;
  private final int[] classNumbers;
  private final ToldAddresses<Address> told = new ToldAddresses<>();

  /** What the name's own checks say. */
  boolean healthy = true;

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
  ToldAddresses<Address> told() {
    return told;
  }

  /** Whether answers should lead there. */
  boolean isAnswered() {
    return healthy && told.areCurrent();
  }
}
