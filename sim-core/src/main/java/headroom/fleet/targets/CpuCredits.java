package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.Recorder;
import headroom.results.ResourceUsage.Burst;
import headroom.supply.CreditBalance;
import headroom.supply.CreditMode;
import headroom.supply.CreditRule;
import headroom.supply.LaunchCredits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CPU credits of the burstable instances of a group: what they do earns and spends them, and one
 * in standard mode that has none works at its baseline (fleet sheet §1.8).
 *
 * <p>Nobody counts credits all the time: an account is looked at when it may have run out at the
 * earliest, when a throttled one may have enough again, and at least once an hour.
 */
public final class CpuCredits implements InstanceListener {

  private static final double HOUR = 3.6e12;
  private static final double NOTHING = 1e-9;
  // T3, T3a and T4g keep their credits for 7 days while they are stopped (sheet §1.8).
  private static final long KEPT_NANOS = 7 * 24 * (long) HOUR;

  private final ServerGroup group;
  private final Types types;
  private final @Nullable BusyTime rates;
  private final LaunchCredits given;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Map<Integer, CreditAccount> accounts = new LinkedHashMap<>();
  private final Map<Integer, Kept> kept = new LinkedHashMap<>();
  private final Map<Integer, CreditAccount> rebooting = new LinkedHashMap<>();
  private final List<Burst> debts = new ArrayList<>();
  private double spent;
  private double surplus;
  private double throttledHours;

  /** The credits of an instance that is stopped, or is started again. */
  private record Kept(CreditBalance balance, long since) {}

  /**
   * The burstable types of a group.
   *
   * @param names the types that it may launch
   * @param rules what each of them earns; empty for one that is not burstable
   * @param mode the mode of those that are
   * @param system the operating system of its instances
   */
  public record Types(
      List<String> names, List<Optional<CreditRule>> rules, CreditMode mode, String system) {

    public Types {
      names = List.copyOf(names);
      rules = List.copyOf(rules);
    }
  }

  /**
   * Makes the accounts of a group.
   *
   * @param rates how busy all its instances are, where their work is told as a rate; else null
   * @param given launch credits of the account in this region
   */
  public CpuCredits(
      ServerGroup group,
      Types types,
      @Nullable BusyTime rates,
      LaunchCredits given,
      Simulation simulation,
      Recorder recorder) {
    this.group = group;
    this.types = types;
    this.rates = rates;
    this.given = given;
    this.simulation = simulation;
    this.recorder = recorder;
    group.instances().listen(this);
  }

  @Override
  public void running(Instance instance, long now) {
    types.rules().get(instance.type()).ifPresent(rule -> {
      CreditAccount account = Optional.ofNullable(rebooting.remove(instance.ordinal()))
          .orElseGet(() -> new CreditAccount(instance, credits(instance, rule, now), now));
      account.isOf(instance);
      accounts.put(instance.ordinal(), account);
      plan(account, now);
    });
  }

  /** What it had before it was stopped, where that is not lost, else what it is given. */
  private CreditBalance credits(Instance instance, CreditRule rule, long now) {
    boolean standard = types.mode() == CreditMode.STANDARD;
    return Optional.ofNullable(kept.remove(instance.ordinal()))
        .filter(its -> its.balance().rule().equals(rule) && now - its.since() <= KEPT_NANOS)
        .map(Kept::balance)
        .orElseGet(() -> new CreditBalance(rule, types.mode(), standard ? given.at(now, rule) : 0));
  }

  @Override
  public void continued(Instance instance, int by, long now) {
    CreditAccount account = accounts.remove(instance.ordinal());
    Kept its = kept.remove(instance.ordinal());
    if (account != null) {
      // It only boots once more: what it has and owes goes on.
      settle(account, now);
      account.next = -1;
      rebooting.put(by, account);
    }
    if (its != null) {
      kept.put(by, its);
    }
  }

  @Override
  public void inService(Instance instance, long now) {
    CreditAccount account = accounts.get(instance.ordinal());
    if (account != null) {
      // Until now it had nothing to do for requests.
      account.serves(rates == null ? group.server(instance).orElse(null) : null);
      account.isIdleUntil(busyNanos(account, now), now);
    }
  }

  @Override
  public void crashed(Instance instance, long now) {
    close(instance, now);
  }

  @Override
  public void stopped(Instance instance, long now) {
    CreditAccount account = accounts.get(instance.ordinal());
    close(instance, now);
    if (account != null && !account.balance().rule().isLostByStopping()) {
      account.balance().isPaid();
      kept.put(instance.ordinal(), new Kept(account.balance(), now));
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    close(instance, now);
  }

  private void close(Instance instance, long now) {
    CreditAccount account = accounts.remove(instance.ordinal());
    if (account != null) {
      settle(account, now);
      account.next = -1;
      keep(account.takeDebt(what(account), true, now));
    }
  }

  /** Looks at an account if that is still to be done. */
  private void look(CreditAccount account, long now) {
    if (account.next != now) {
      return;
    }
    settle(account, now);
    keep(account.takeDebt(what(account), false, now));
    if (account.balance().mode() == CreditMode.STANDARD) {
      throttle(account, now);
    }
    plan(account, now);
  }

  private void throttle(CreditAccount account, long now) {
    boolean enough = account.balance().balance()
        >= (account.isThrottled() ? account.balance().rule().recovery() - NOTHING : NOTHING);
    if (enough != account.isThrottled()) {
      return;
    }
    account.throttle(!enough);
    String what = enough ? "has CPU credits again" : "has no CPU credits left: throttled";
    if (recorder.readsEvents()) {
      EventLog.Kind kind = enough ? EventLog.Kind.REPAIR : EventLog.Kind.UNHEALTHY;
      recorder.happened(now, kind, account.instance().label(), what, "");
    }
    group.credited(account.instance(), account.speed(group), now);
  }

  private void plan(CreditAccount account, long now) {
    double hours = Double.POSITIVE_INFINITY;
    CreditBalance balance = account.balance();
    if (balance.mode() == CreditMode.STANDARD) {
      double wanted = balance.rule().recovery() - balance.balance();
      hours = account.isThrottled()
          ? wanted / balance.rule().earnedPerHour()
          : balance.hoursLeft(group.cpu(account.instance(), 1));
    }
    // On whole minutes, when rates are told anyway; on whole seconds of a t1.micro.
    long step = balance.rule().lookNanos();
    long wait = (long) Math.min(HOUR, hours * HOUR);
    long at = (now + Math.max(step, wait)) / step * step;
    account.next = Math.min(at, account.hourEnds(now));
    simulation.at(account.next, Phase.CHANGE, then -> look(account, then));
  }

  private void settle(CreditAccount account, long now) {
    CreditAccount.Passed passed = account.settle(busyNanos(account, now), group, now);
    spent += passed.spent();
    surplus += passed.borrowed();
    throttledHours += account.isThrottled() ? passed.hours() : 0;
  }

  /** Nanoseconds of all its workers that it has worked; what matters is by how much that grows. */
  private double busyNanos(CreditAccount account, long now) {
    if (rates != null) {
      return account.instance().inServiceSince() < 0 ? 0 : rates.shareNanos(now);
    }
    Server server = account.server();
    return server == null ? 0 : server.busyArea(now) / server.workers();
  }

  private void keep(@Nullable Burst debt) {
    if (debt != null) {
      debts.add(debt);
    }
  }

  private InstanceUsage.What what(CreditAccount account) {
    Instance instance = account.instance();
    return new InstanceUsage.What(
        group.instances().name(),
        types.names().get(instance.type()),
        instance.zoneName(),
        instance.isSpot() ? "spot" : "on-demand",
        types.system());
  }

  /** Results count from now. */
  public void startCounting(long now) {
    accounts.values().forEach(account -> settle(account, now));
    spent = 0;
    surplus = 0;
    throttledHours = 0;
  }

  /** Brings every account up to the end, and returns what the bill needs to know of debts. */
  public List<Burst> finish(long end) {
    for (CreditAccount account : accounts.values()) {
      settle(account, end);
      keep(account.takeDebt(what(account), true, end));
    }
    return List.copyOf(debts);
  }

  /** Credits spent in the counted time. */
  public double spent() {
    return spent;
  }

  /** Of them, those that the instances did not have. */
  public double surplus() {
    return surplus;
  }

  /** Instance-hours in the counted time at no more than the baseline. */
  public double throttledHours() {
    return throttledHours;
  }

  /** Credits an instance had on average when it was looked at last; NaN when there is none. */
  public double meanBalance() {
    double sum = 0;
    for (CreditAccount account : accounts.values()) {
      sum += account.balance().balance() - account.balance().borrowed();
    }
    return sum / accounts.size();
  }

  /** Instances at no more than their baseline just now. */
  public long throttled() {
    return accounts.values().stream().filter(CreditAccount::isThrottled).count();
  }
}
