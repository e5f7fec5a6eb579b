package headroom.policy.routing;

/**
 * The target with the least product of its latest response time and the requests it would then
 * have; one that has not answered yet counts as quick. Equal ones take turns.
 */
public record LeastResponseTime() implements RoutingPolicy {

  @Override
  public boolean needsOutcomes() {
    return true;
  }

  @Override
  public int choose(TargetsView targets, RequestView request, Memory memory) {
    int size = targets.size();
    int first = memory.next < size ? memory.next : 0;
    int best = first;
    for (int k = 1; k < size; k++) {
      int i = first + k < size ? first + k : first + k - size;
      best = isBefore(targets, i, best) ? i : best;
    }
    memory.next = best + 1;
    return best;
  }

  private static boolean isBefore(TargetsView targets, int one, int other) {
    double mine = targets.responseSeconds(one) * (targets.outstanding(one) + 1);
    double its = targets.responseSeconds(other) * (targets.outstanding(other) + 1);
    return mine < its || (mine == its && targets.outstanding(one) < targets.outstanding(other));
  }
}
