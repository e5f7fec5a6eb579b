package headroom.policy.routing;

/** Several A records in an order that rotates: any healthy place, each as often. */
public record RoundRobinAnswers() implements DnsRouting {

  @Override
  public boolean answersAll() {
    return true;
  }

  @Override
  public int choose(boolean[] healthy, double luck) {
    double[] weights = new double[healthy.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = DnsRouting.counts(healthy, i) ? 1 : 0;
    }
    return DnsRouting.byWeight(weights, luck);
  }
}
