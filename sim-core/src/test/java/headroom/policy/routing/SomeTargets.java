package headroom.policy.routing;

/** Targets with given figures, by number from 0. */
final class SomeTargets implements TargetsView {

  private final long[] ids;
  final int[] outstanding;
  final long[] since;
  final double[] seconds;
  final double[] failures;

  SomeTargets(long... ids) {
    this.ids = ids;
    this.outstanding = new int[ids.length];
    this.since = new long[ids.length];
    this.seconds = new double[ids.length];
    this.failures = new double[ids.length];
  }

  static SomeTargets of(int count) {
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = i;
    }
    return new SomeTargets(ids);
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public int outstanding(int index) {
    return outstanding[index];
  }

  @Override
  public int leastOutstanding() {
    int best = 0;
    for (int i = 1; i < ids.length; i++) {
      best = outstanding[i] < outstanding[best] ? i : best;
    }
    return best;
  }

  @Override
  public long id(int index) {
    return ids[index];
  }

  @Override
  public long sinceNanos(int index) {
    return since[index];
  }

  @Override
  public double responseSeconds(int index) {
    return seconds[index];
  }

  @Override
  public double failureShare(int index) {
    return failures[index];
  }
}
