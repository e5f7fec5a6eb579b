package headroom.fleet.traffic;

import headroom.fleet.targets.Server;
import headroom.results.Journey;
import headroom.results.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt needs of other services, step by step, while it stays on its server. Reused
 * when the attempt is over.
 */
final class Calling {

  private final CallPlan plan;
  private final Branch[] branches;
  private @Nullable Attempt attempt;
  private @Nullable Server server;
  private long key;
  private int step;
  private int active;
  private boolean advancing;
  private @Nullable String errorWhy;
  private @Nullable String heldUpBy;
  private @Nullable Stops stops;

  Calling(Traffic traffic, CallPlan plan, int mostAtOnce) {
    this.plan = plan;
    this.branches = new Branch[mostAtOnce];
    for (int i = 0; i < mostAtOnce; i++) {
      branches[i] = new Branch(traffic, this);
    }
  }

  /** Begins the first step; true when something must be waited for. */
  boolean begin(Attempt by, Server at, boolean keepsStops, long now) {
    attempt = by;
    server = at;
    key = by.line.callKey(by.ordinal, by.number);
    step = 0;
    active = 0;
    errorWhy = null;
    heldUpBy = null;
    stops = keepsStops ? new Stops() : null;
    return advance(now);
  }

  CallPlan plan() {
    return plan;
  }

  long key() {
    return key;
  }

  int kind() {
    return attempt().kind;
  }

  Server server() {
    if (server == null) {
      throw new IllegalStateException("calls without a server");
    }
    return server;
  }

  private Attempt attempt() {
    if (attempt == null) {
      throw new IllegalStateException("calls for nobody");
    }
    return attempt;
  }

  /** Takes step after step until one must be waited for; false when all is done, or has failed. */
  private boolean advance(long now) {
    advancing = true;
    while (errorWhy == null && active == 0 && step < plan.steps()) {
      active = plan.begin(step++, this, branches);
      for (int i = 0; i < active && errorWhy == null; i++) {
        branches[i].proceed(now);
        errorWhy = branches[i].failedWhy();
      }
      settleStep(now);
    }
    advancing = false;
    return errorWhy == null && active > 0;
  }

  /** Forgets the branches once all are done, or one has failed for good. */
  private void settleStep(long now) {
    if (errorWhy != null) {
      dropBranches(now);
      return;
    }
    for (int i = 0; i < active; i++) {
      if (!branches[i].isDone()) {
        return;
      }
    }
    active = 0;
  }

  private void dropBranches(long now) {
    for (int i = 0; i < active; i++) {
      branches[i].orphan(now);
    }
    active = 0;
  }

  /** A call that was waited for is over. */
  void moved(Branch branch, long now) {
    if (advancing) {
      return;
    }
    advancing = true;
    branch.proceed(now);
    advancing = false;
    errorWhy = branch.failedWhy();
    settleStep(now);
    if (active == 0 && !advance(now)) {
      server().done(attempt(), now);
    }
  }

  /** Why the attempt must fail; null when it has all it needs. */
  @Nullable
  String errorWhy() {
    return errorWhy;
  }

  /** A call was answered, perhaps late: a failure that whoever answered suffers from is felt here. */
  void answeredBy(Exchange call, long now) {
    String why = call.why(now);
    if (!Why.isState(why)) {
      heldUpBy = why;
      plan.harmed(why, now);
    }
  }

  void degrade() {
    attempt().degraded = true;
  }

  void note(CallLine line, Exchange exchange, String outcome, long now) {
    if (stops != null) {
      stops.call(line, exchange, outcome, now);
    }
  }

  List<Journey.Stop> stops() {
    return stops == null ? List.of() : stops.list();
  }

  /** The cause of what an attempt suffers here: its own server's, else that of what it asked for. */
  String why(String own, long now) {
    if (!Why.isState(own)) {
      return own;
    }
    for (int i = 0; i < active; i++) {
      if (branches[i].isWaiting()) {
        return branches[i].why(now);
      }
    }
    return heldUpBy == null ? own : heldUpBy;
  }

  /** The server has lost the attempt: what it asked of others goes on there, for nobody. */
  void orphan(long now) {
    dropBranches(now);
  }

  /** It is not needed any more. */
  void over() {
    attempt = null;
    server = null;
    plan.release(this);
  }
}
