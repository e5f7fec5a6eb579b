package headroom.policy.routing;

/** The target with the fewest requests under way. */
public record LeastOutstandingRequests() implements RoutingPolicy {

  @Override
  public boolean needsOutstandingOrder() {
    return true;
  }

  @Override
  public int choose(TargetsView targets, RequestView request, Memory memory) {
    return targets.leastOutstanding();
  }
}
