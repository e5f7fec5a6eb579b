package headroom.policy.routing;

/** Of two different targets at random the one with fewer requests under way (Mitzenmacher 2001). */
public record PowerOfTwoChoices() implements RoutingPolicy {

  @Override
  public int choose(TargetsView targets, RequestView request, Memory memory) {
    int size = targets.size();
    int one = (int) (request.luck(0) * size);
    if (size == 1) {
      return one;
    }
    int other = (int) (request.luck(1) * (size - 1));
    other += other >= one ? 1 : 0;
    return targets.outstanding(other) < targets.outstanding(one) ? other : one;
  }
}
