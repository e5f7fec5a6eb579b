package headroom.supply;

/** Why the cloud did not give an instance, by the provider's error codes (fleet sheet §1.5). */
public enum LaunchError {
  /** It has no such instance in that zone now: another zone or type may do, or a later try. */
  INSUFFICIENT_INSTANCE_CAPACITY("InsufficientInstanceCapacity"),
  /**
   * The spot price is above the most that the group pays (the code from general knowledge,
   * unverified).
   */
  SPOT_MAX_PRICE_TOO_LOW("SpotMaxPriceTooLow"),
  /** None of the account's own or dedicated hosts has room for it. */
  INSUFFICIENT_CAPACITY_ON_HOST("InsufficientCapacityOnHost"),
  /** The account has as many instances as it may have (the era of counts). */
  INSTANCE_LIMIT_EXCEEDED("InstanceLimitExceeded"),
  /** The account has as many vCPUs of that family as it may have. */
  VCPU_LIMIT_EXCEEDED("VcpuLimitExceeded"),
  /**
   * The account has as many vCPUs of spot instances of that family as it may have (the code from
   * general knowledge, unverified).
   */
  MAX_SPOT_INSTANCE_COUNT_EXCEEDED("MaxSpotInstanceCountExceeded"),
  /** Too many requests: the API's token bucket is empty. */
  REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded"),
  /** Not the cloud's doing: the instance ran, but its bootstrap failed for good. */
  BOOTSTRAP_FAILED("BootstrapFailed"),

  /** Not the cloud's doing: a lifecycle hook ended with ABANDON. */
  HOOK_ABANDONED("LifecycleHookAbandoned"),

  /** Not the cloud's doing: no node has room for the pod. */
  UNSCHEDULABLE("Unschedulable");

  private final String code;

  LaunchError(String code) {
    this.code = code;
  }

  /** The code as the provider, metric names and the event log have it. */
  public String code() {
    return code;
  }

  /** What became of the instance, where there was one. */
  public String words() {
    return this == HOOK_ABANDONED ? "abandoned by a lifecycle hook" : "bootstrap failed";
  }

  /** True when it holds for the whole region, so that no other zone will do. */
  public boolean isOfTheAccount() {
    return this == INSTANCE_LIMIT_EXCEEDED
        || this == VCPU_LIMIT_EXCEEDED
        || this == MAX_SPOT_INSTANCE_COUNT_EXCEEDED;
  }
}
