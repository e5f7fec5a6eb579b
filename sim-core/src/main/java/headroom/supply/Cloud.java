package headroom.supply;

import headroom.policy.retry.Backoff;
import headroom.policy.retry.FixedBackoff;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the groups of a scenario share of the cloud they launch in; endless unless said otherwise.
 *
 * @param launchServices what starting instances need of each other's time
 * @param capacity how many instances there are, where there are not as many as one likes
 * @param quotas how much the account may run
 * @param api how often the account may ask; empty for as often as it likes
 * @param retry how long a group waits before it asks again for what it was refused
 * @param spot what spot instances there are; where pools overlap the first holds
 * @param hosts the machines of each zone; empty where nobody counts them
 * @param hostPools machines that are the account's alone, by name
 */
public record Cloud(
    List<LaunchService> launchServices,
    List<Capacity> capacity,
    Quotas quotas,
    Optional<Api> api,
    Backoff retry,
    List<SpotPool> spot,
    Optional<Hosts> hosts,
    List<HostPool> hostPools) {

  /** A group that was refused everywhere asks again a minute later. */
  public static final Backoff DEFAULT_RETRY = new FixedBackoff(Duration.ofMinutes(1));

  /** Refuses nothing, and lets nobody wait. */
  public static final Cloud ENDLESS = new Cloud(List.of());

  public static List<Problem> problems(List<LaunchService> launchServices, Backoff retry) {
    return Problems.of()
        .require(
            "launch-services",
            launchServices.stream().map(LaunchService::name).distinct().count()
                == launchServices.size(),
            "must not have two of one name")
        .require(
            "retry",
            retry.longestSeconds(1) > 0,
            "must not be 0: a group would ask for ever at the same moment",
            "for example {fixed: 60s}")
        .list();
  }

  public Cloud {
    launchServices = List.copyOf(launchServices);
    capacity = List.copyOf(capacity);
    spot = List.copyOf(spot);
    hostPools = List.copyOf(hostPools);
    Problems.throwIfAny(problems(launchServices, retry));
  }

  /** The same cloud on other hosts. */
  public Cloud on(Optional<Hosts> its, List<HostPool> own) {
    return new Cloud(launchServices, capacity, quotas, api, retry, spot, its, own);
  }

  /** On hosts of which nobody says anything. */
  public Cloud(
      List<LaunchService> launchServices,
      List<Capacity> capacity,
      Quotas quotas,
      Optional<Api> api,
      Backoff retry,
      List<SpotPool> spot) {
    this(launchServices, capacity, quotas, api, retry, spot, Optional.empty(), List.of());
  }

  /** Without spot instances. */
  public Cloud(
      List<LaunchService> launchServices,
      List<Capacity> capacity,
      Quotas quotas,
      Optional<Api> api,
      Backoff retry) {
    this(launchServices, capacity, quotas, api, retry, List.of());
  }

  /** Launch services in a cloud that refuses nothing. */
  public Cloud(List<LaunchService> launchServices) {
    this(launchServices, List.of(), Quotas.NONE, Optional.empty(), DEFAULT_RETRY);
  }

  /** The same with other spot pools. */
  public Cloud withSpot(List<SpotPool> pools) {
    return new Cloud(launchServices, capacity, quotas, api, retry, pools, hosts, hostPools);
  }
}
