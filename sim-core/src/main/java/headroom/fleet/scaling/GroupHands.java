package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;

/** What replacing instances of a group comes to. */
final class GroupHands implements Replacer.Hands {

  /** Brings the group to the size that is wanted. */
  @FunctionalInterface
  interface Reconcile {
    void toward(long nowNanos, String why);
  }

  private final Activities activities;
  private final Departures departures;
  private final Reconcile reconcile;

  GroupHands(Activities activities, Departures departures, Reconcile reconcile) {
    this.activities = activities;
    this.departures = departures;
    this.reconcile = reconcile;
  }

  @Override
  public void release(Instance instance, long now, String why) {
    activities.replacements().add(now);
    departures.begin(instance, now, why);
  }

  @Override
  public void reconcile(long now, String why) {
    reconcile.toward(now, why);
  }
}
