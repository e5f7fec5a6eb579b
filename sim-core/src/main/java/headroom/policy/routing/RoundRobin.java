package headroom.policy.routing;

/** Each target in turn. */
public record RoundRobin() implements RoutingPolicy {

  @Override
  public int choose(TargetsView targets, RequestView request, Memory memory) {
    int index = memory.next < targets.size() ? memory.next : 0;
    memory.next = index + 1;
    return index;
  }
}
