package headroom.policy.placement;

/** How a group's instances are spread over hardware (fleet sheet §1.7 [E14]). */
public enum Placement {
  /** As the provider likes. */
  DEFAULT(Integer.MAX_VALUE),
  /** Each on a rack of its own: at most seven in a zone, and the eighth fails. */
  RACK_SPREAD(7);

  private final int mostInZone;

  Placement(int mostInZone) {
    this.mostInZone = mostInZone;
  }

  /** How many of its instances a zone takes at the most. */
  public int mostInZone() {
    return mostInZone;
  }
}
