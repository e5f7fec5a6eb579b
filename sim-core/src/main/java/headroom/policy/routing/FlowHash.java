package headroom.policy.routing;

/**
 * A target by the hash of the connection: a flow keeps its target for as long as that is healthy,
 * and one that comes later gets only flows that begin later (fleet sheet §6.3 [L13]).
 */
public record FlowHash() implements RoutingPolicy {

  @Override
  public boolean isByChance() {
    return true;
  }

  @Override
  public int choose(TargetsView targets, RequestView request, Memory memory) {
    int old = HighestRandomWeight.of(targets, request.connection(), request.connectedAtNanos());
    return old >= 0 ? old : HighestRandomWeight.of(targets, request.connection(), Long.MAX_VALUE);
  }
}
