package headroom.fleet.scaling;

import headroom.supply.LaunchError;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What was done to a group within the counted window, by kind. */
public final class Activities {

  private final Tally launches;
  private final Tally launchFailures;
  private final Tally failures;
  private final Map<LaunchError, Tally> byError = new EnumMap<>(LaunchError.class);
  private final Tally interruptions;
  private final Tally outbid;
  private final Tally recommendations;
  private final Tally terminations;
  private final Tally scaleOuts;
  private final Tally scaleIns;
  private final Tally replacements;
  private final Tally warmStarts;
  private final Tally refreshes;
  private final Tally failedRefreshes;
  private final Tally stops;
  private final Tally starts;
  private final Tally reboots;
  private final Tally recoveries;

  Activities(long countsFrom) {
    launches = new Tally(countsFrom);
    launchFailures = new Tally(countsFrom);
    failures = new Tally(countsFrom);
    for (LaunchError error : LaunchError.values()) {
      byError.put(error, new Tally(countsFrom));
    }
    interruptions = new Tally(countsFrom);
    outbid = new Tally(countsFrom);
    recommendations = new Tally(countsFrom);
    terminations = new Tally(countsFrom);
    scaleOuts = new Tally(countsFrom);
    scaleIns = new Tally(countsFrom);
    replacements = new Tally(countsFrom);
    warmStarts = new Tally(countsFrom);
    refreshes = new Tally(countsFrom);
    failedRefreshes = new Tally(countsFrom);
    stops = new Tally(countsFrom);
    starts = new Tally(countsFrom);
    reboots = new Tally(countsFrom);
    recoveries = new Tally(countsFrom);
  }

  void resized(boolean out, long now) {
    (out ? scaleOuts : scaleIns).add(now);
  }

  /** Instances asked for and granted. */
  public Tally launches() {
    return launches;
  }

  /** Launches that the cloud refused. */
  public Tally launchFailures() {
    return launchFailures;
  }

  void failed(LaunchError error, long now) {
    launchFailures.add(now);
    failed(error).add(now);
  }

  /** Launches that came to nothing for one reason. */
  public Tally failed(LaunchError error) {
    return Objects.requireNonNull(byError.get(error));
  }

  /** Spot instances that the provider took back. */
  public Tally interruptions() {
    return interruptions;
  }

  /** Those among them whose price rose above what the group pays. */
  public Tally outbid() {
    return outbid;
  }

  /** Times that the provider said the risk of a spot instance has grown. */
  public Tally recommendations() {
    return recommendations;
  }

  /** Instances that stopped running by themselves. */
  public Tally failures() {
    return failures;
  }

  /** Instances that ended, for whatever reason. */
  public Tally terminations() {
    return terminations;
  }

  /** Times that a policy or the schedule wanted more. */
  public Tally scaleOuts() {
    return scaleOuts;
  }

  /** Times that a policy or the schedule wanted fewer. */
  public Tally scaleIns() {
    return scaleIns;
  }

  /** Instances that ended although they ran, since they were too old, unfit or to be refreshed. */
  public Tally replacements() {
    return replacements;
  }

  /** Launches that a warm pool had prepared. */
  public Tally warmStarts() {
    return warmStarts;
  }

  void refreshed(boolean succeeded, long now) {
    (succeeded ? refreshes : failedRefreshes).add(now);
  }

  /** Instance refreshes that replaced everything they should. */
  public Tally refreshes() {
    return refreshes;
  }

  /** Instance refreshes that were refused, failed or rolled back. */
  public Tally failedRefreshes() {
    return failedRefreshes;
  }

  /** Instances that somebody stopped, with their memory kept or not. */
  public Tally stops() {
    return stops;
  }

  /** Stopped instances that somebody started again. */
  public Tally starts() {
    return starts;
  }

  /** Instances that somebody rebooted. */
  public Tally reboots() {
    return reboots;
  }

  /** Broken instances that EC2 recovered or an alarm rebooted. */
  public Tally recoveries() {
    return recoveries;
  }
}
