package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.results.InstanceUsage;
import headroom.results.ResourceUsage.Burst;
import headroom.supply.CreditBalance;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The CPU credits of an instance that runs, brought up to date when it is looked at; while it is in
 * debt, also what the bill needs to know of that.
 */
final class CreditAccount {

  private static final double HOUR = 3.6e12;

  private Instance instance;
  private final CreditBalance balance;
  private final long openedAt;
  private long settledAt;
  private double busyAt;
  private boolean throttled;
  private @Nullable Server server;
  // While in debt: since when, and the credits spent in each hour from there.
  private long inDebtSince = -1;
  private double[] spentByHour = new double[0];

  /** When it is looked at next. */
  long next;

  CreditAccount(Instance instance, CreditBalance balance, long now) {
    this.instance = instance;
    this.balance = balance;
    this.openedAt = now;
    this.settledAt = now;
  }

  /** From now on that server works for it. */
  void serves(@Nullable Server with) {
    server = with;
  }

  /** The server that works for it; null where its work is told as a rate. */
  @Nullable
  Server server() {
    return server;
  }

  /** Its instance goes on as another one. */
  void isOf(Instance next) {
    instance = next;
  }

  Instance instance() {
    return instance;
  }

  CreditBalance balance() {
    return balance;
  }

  boolean isThrottled() {
    return throttled;
  }

  void throttle(boolean now) {
    throttled = now;
  }

  /** So far it has been idle. */
  void isIdleUntil(double busyNow, long now) {
    balance.pass((now - settledAt) / HOUR, 0);
    settledAt = now;
    busyAt = busyNow;
  }

  /** What has passed since it was settled last. */
  record Passed(double hours, double spent, double borrowed) {}

  /** Brings it up to date. */
  Passed settle(double busyNow, ServerGroup group, long now) {
    double nanos = now - settledAt;
    double share = nanos > 0 ? Math.min(1, (busyNow - busyAt) / nanos) : 0;
    double hours = nanos / HOUR;
    double cpu = group.cpu(instance, share) * speed(group);
    double spent = balance.rule().spent(cpu, hours);
    double had = balance.balance();
    double owed = balance.borrowed();
    balance.pass(hours, spent);
    // Its debt has no credits in it that it had when that began.
    double before = inDebtSince < 0 ? had : 0;
    if (balance.borrowed() > 0 || inDebtSince >= 0) {
      note(spent - before, now);
    }
    settledAt = now;
    busyAt = busyNow;
    return new Passed(hours, spent, Math.max(0, balance.borrowed() - owed));
  }

  private void note(double spent, long now) {
    if (inDebtSince < 0) {
      inDebtSince = settledAt;
    }
    int hour = (int) ((settledAt - inDebtSince) / (long) HOUR);
    if (hour >= spentByHour.length) {
      spentByHour = Arrays.copyOf(spentByHour, hour + 1);
    }
    spentByHour[hour] += spent;
    if (now > settledAt && (now - inDebtSince) % (long) HOUR == 0) {
      balance.chargeExcess();
    }
  }

  /** The share of its usual speed at which it works. */
  double speed(ServerGroup group) {
    double full = group.cpu(instance, 1);
    return throttled && full > 0 ? Math.min(1, balance.rule().throttledTo() / full) : 1;
  }

  /** The end of the hour that it is in: of its own, or of its debt. */
  long hourEnds(long now) {
    long since = inDebtSince < 0 ? openedAt : inDebtSince;
    return now + (long) HOUR - (now - since) % (long) HOUR;
  }

  /** What the bill needs to know of a debt that is over, or is asked for; null when there is none. */
  @Nullable
  Burst takeDebt(InstanceUsage.What what, boolean ends, long now) {
    boolean isDue = inDebtSince >= 0
        && (ends || (balance.borrowed() == 0 && (now - inDebtSince) % (long) HOUR == 0));
    if (!isDue || now == inDebtSince) {
      return null;
    }
    boolean stopped = !instance.state().isRunning();
    double earned = balance.rule().earnedPerHour();
    Burst burst = new Burst(what, inDebtSince, now, stopped, earned, spentByHour);
    inDebtSince = -1;
    spentByHour = new double[0];
    return burst;
  }
}
