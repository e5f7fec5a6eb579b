package headroom.fleet.instances;

import java.util.Arrays;

/** How long a group had how many instances in service. */
public final class ServiceTimes implements InstanceListener {

  /** Of larger groups, only the loss of nearly all is told count by count. */
  private static final int MOST_TOLD = 12;

  private final InstanceGroup group;
  private final long[] nanos;
  private int count;
  private long since;

  /**
   * @param smallest the group's smallest size: counts above it are taken for it
   */
  public ServiceTimes(InstanceGroup group, int smallest) {
    this.group = group;
    this.nanos = new long[Math.min(smallest, MOST_TOLD) + 1];
    group.listen(this);
  }

  @Override
  public void inService(Instance instance, long now) {
    changed(now);
  }

  @Override
  public void outOfService(Instance instance, long now) {
    changed(now);
  }

  private void changed(long now) {
    nanos[count] += now - since;
    since = now;
    count = (int) Math.min(group.inServiceLevel().value(), nanos.length - 1);
  }

  /** What is read later counts from now. */
  public void startCounting(long now) {
    changed(now);
    Arrays.fill(nanos, 0);
  }

  /** The most instances that are told apart. */
  public int most() {
    return nanos.length - 1;
  }

  /** The share of the counted time up to now in which at least so many were in service. */
  public double atLeast(int k, long now) {
    changed(now);
    long all = 0;
    long enough = 0;
    for (int n = 0; n < nanos.length; n++) {
      all += nanos[n];
      enough += n >= k ? nanos[n] : 0;
    }
    return (double) enough / all;
  }
}
