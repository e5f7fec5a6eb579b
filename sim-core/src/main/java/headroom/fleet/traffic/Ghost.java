package headroom.fleet.traffic;

import headroom.fleet.targets.Job;

/** Work for nobody, or for somebody who was told already what became of it. */
public final class Ghost extends Job {

  private final Traffic traffic;
  private final boolean told;

  /**
   * Work under way somewhere else until now.
   *
   * @param luck what makes it long or short, if none of it is done yet
   * @param told true when it is in the books as finished already
   */
  public Ghost(Traffic traffic, double luck, boolean told) {
    this.traffic = traffic;
    this.told = told;
    demandLuck = luck;
  }

  @Override
  protected boolean isAbandoned() {
    return true;
  }

  @Override
  protected void served(long now) {
    if (!told) {
      traffic.work().finished(true);
    }
  }

  @Override
  protected void lost(long now) {}

  @Override
  protected void dropped(long now) {}

  @Override
  protected void overdue(long now) {}

  @Override
  public String toString() {
    return "work begun before requests were simulated one by one";
  }
}
