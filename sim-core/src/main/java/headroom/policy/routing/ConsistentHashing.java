package headroom.policy.routing;

/**
 * A target by the hash of the sender: when one of n targets goes, only the n-th part of the senders
 * get another one. By highest random weight, which needs no ring.
 */
public record ConsistentHashing() implements RoutingPolicy {

  @Override
  public boolean isByChance() {
    return true;
  }

  @Override
  public int choose(TargetsView targets, RequestView request, Memory memory) {
    return HighestRandomWeight.of(targets, request.sender(), Long.MAX_VALUE);
  }
}
