package headroom.policy.routing;

/** The first place while it is healthy, else the next one that is. */
public record FailoverAnswers() implements DnsRouting {

  @Override
  public int choose(boolean[] healthy, double luck) {
    for (int i = 0; i < healthy.length; i++) {
      if (healthy[i]) {
        return i;
      }
    }
    return 0;
  }
}
