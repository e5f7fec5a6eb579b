package headroom.fleet.faults;

import headroom.fleet.scaling.GroupKeeper;

/** Takes the instance in one place of a group down, and repairs it there. */
public final class NodeOutage implements Outages.Thing {

  private final String cause;
  private final GroupKeeper group;
  private final int place;
  private final Tally tally;

  /**
   * @param place the ordinal of the first instance in that place
   */
  public NodeOutage(String cause, GroupKeeper group, int place, Tally tally) {
    this.cause = cause;
    this.group = group;
    this.place = place;
    this.tally = tally;
  }

  @Override
  public void goesDown(long now) {
    tally.took(Struck.crash(group, one -> one.place() == place, cause, now), now);
  }

  @Override
  public void comesBack(long now) {
    Struck.repair(group, one -> one.place() == place, cause, now);
  }
}
