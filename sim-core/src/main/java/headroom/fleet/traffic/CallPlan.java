package headroom.fleet.traffic;

import headroom.fleet.targets.AfterWork;
import headroom.fleet.targets.Job;
import headroom.fleet.targets.Server;
import headroom.fleet.targets.TargetListener;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Why;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;

/** What the requests of one group need of other services. */
final class CallPlan implements AfterWork, TargetListener {

  private final Traffic traffic;
  private final List<Step> steps = new ArrayList<>();
  private final List<Calling> idle = new ArrayList<>();
  private int mostAtOnce = 1;
  private String lastHarm = Why.OVERLOAD;
  private long lastHarmAt = Long.MIN_VALUE;

  /** A step made ready; the shares are cumulative, and empty unless one of the rules is chosen. */
  private record Step(List<CallRule> rules, double[] shares, Stream choice) {

    /** The rule chosen by luck. */
    CallRule chosen(long key) {
      double u = choice.at(key) * shares[shares.length - 1];
      int i = 0;
      while (i < shares.length - 1 && u >= shares[i]) {
        i++;
      }
      return rules.get(i);
    }
  }

  CallPlan(Traffic traffic, String group, Service service, Chance chance) {
    this.traffic = traffic;
    for (CallStep step : service.calls()) {
      add(traffic, group, step, chance);
    }
  }

  private void add(Traffic from, String group, CallStep step, Chance chance) {
    List<CallRule> rules = new ArrayList<>();
    for (Call call : step.calls()) {
      rules.add(new CallRule(from, group, call, chance));
    }
    double[] shares = new double[0];
    if (step instanceof CallStep.OneOf oneOf) {
      shares = new double[rules.size()];
      double sum = 0;
      for (int i = 0; i < shares.length; i++) {
        sum += oneOf.options().get(i).share();
        shares[i] = sum;
      }
    } else {
      mostAtOnce = Math.max(mostAtOnce, rules.size());
    }
    Stream choice = chance.of(group + ".calls." + step.calls().get(0).name(), "choice");
    steps.add(new Step(rules, shares, choice));
  }

  int steps() {
    return steps.size();
  }

  /** Begins a step for an attempt; returns how many branches it has for it. */
  int begin(int index, Calling calling, Branch[] branches) {
    Step step = steps.get(index);
    if (step.shares().length > 0) {
      return begin(step.chosen(calling.key()), calling, branches, 0);
    }
    int begun = 0;
    // Without an iterator, which every request would make anew.
    for (int i = 0; i < step.rules().size(); i++) {
      begun = begin(step.rules().get(i), calling, branches, begun);
    }
    return begun;
  }

  private static int begin(CallRule rule, Calling calling, Branch[] branches, int begun) {
    int count = rule.count(calling.key(), calling.kind());
    if (count == 0) {
      return begun;
    }
    branches[begun].begin(rule, count);
    return begun + 1;
  }

  @Override
  public boolean begins(Job job, long now) {
    if (!(job instanceof Attempt attempt)) {
      // A health check asks for the service itself, and not for what that asks for.
      return false;
    }
    Server server = attempt.server();
    if (server == null) {
      throw new IllegalStateException(attempt + " has been worked on nowhere");
    }
    Calling calling =
        idle.isEmpty() ? new Calling(traffic, this, mostAtOnce) : idle.remove(idle.size() - 1);
    attempt.calling = calling;
    return calling.begin(attempt, server, traffic.keepsStops(), now);
  }

  void release(Calling calling) {
    idle.add(calling);
  }

  /** A call has failed for good, or who answered it suffers from a failure. */
  void harmed(String why, long now) {
    lastHarm = why;
    lastHarmAt = now;
  }

  @Override
  public String troubleSince(long since) {
    return lastHarmAt >= since ? lastHarm : "";
  }

  /** The caches in front of the calls lose a share of what they hold. */
  void loseCaches(double share, String cause, long now) {
    for (Step step : steps) {
      step.rules().forEach(rule -> rule.loseCache(share, cause, now));
    }
  }

  @Override
  public void arrived(Server server, boolean known, long now) {
    // It remembers nothing yet.
  }

  @Override
  public void leaving(Server server, long now) {
    // What it still works on may still call.
  }

  @Override
  public void stopped(Server server, long now) {
    gone(server, now);
  }

  @Override
  public void gone(Server server, long now) {
    for (Step step : steps) {
      step.rules().forEach(rule -> rule.forget(server));
    }
  }
}
