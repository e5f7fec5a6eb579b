package headroom.fleet.flow;

import headroom.results.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A connected part of a scenario: what shares clients, doors and groups, and nothing else. It has
 * steps of its own, so what is not connected with it changes none of its numbers.
 *
 * <p>Between two changes it takes one step when all is calm, and short ones when a station is at
 * its limit or retries come and go: each a fixed point of arrivals, losses and the retries that
 * fall into the same step, found from the last step's state.
 */
final class FlowPart {

  private static final int MOST_ROUNDS = 200;
  private static final double CONVERGED = 1e-9;
  // How long things take is worked out anew so often in a step: it costs, and hardly changes.
  private static final int LOOKS_AT_TIMES = 3;
  // Where stations are at their limit times are known less well than that anyway.
  private static final double SLACK = 4;
  // A group this large may change by so small a share between two steps of its own.
  private static final int MANY = 50;
  private static final double LITTLE = 0.02;

  private final List<FlowStation> stations = new ArrayList<>();
  private final List<FlowDoor> doors = new ArrayList<>();
  private final List<FlowClient> clients = new ArrayList<>();
  private final List<Population> populations = new ArrayList<>();
  private long at;
  private double fine;
  private boolean calm = true;
  private boolean stirred;
  private long steps;
  private boolean suspended;
  private boolean calls;
  private long lastRestless = Long.MIN_VALUE;

  void add(FlowStation station) {
    stations.add(station);
  }

  void add(FlowDoor door) {
    doors.add(door);
  }

  void add(FlowClient client) {
    clients.add(client);
    Population users = client.origin().population();
    if (users != null) {
      users.askBy(client);
      if (!populations.contains(users)) {
        populations.add(users);
      }
    }
  }

  List<FlowStation> stations() {
    return stations;
  }

  List<FlowDoor> doors() {
    return doors;
  }

  List<FlowClient> clients() {
    return clients;
  }

  /** Puts those who call before whom they call; to be told when somebody new is known to call. */
  void order() {
    List<FlowStation> ordered = new ArrayList<>();
    for (FlowStation station : stations) {
      place(station, ordered);
    }
    java.util.Collections.reverse(ordered);
    calls = ordered.stream().anyMatch(station -> !station.callees().isEmpty());
    if (calls) {
      stations.clear();
      stations.addAll(ordered);
    }
  }

  private static void place(FlowStation station, List<FlowStation> after) {
    if (!after.contains(station)) {
      station.callees().forEach(callee -> place(callee, after));
      after.add(station);
    }
  }

  /** Tells whom failures have hurt, where users come in sessions. */
  void reportHurt(SortedMap<Metric, Double> into) {
    populations.forEach(users -> users.report(into));
  }

  /** When a station was last at its limit, or retries came or went. */
  long lastRestless() {
    return lastRestless;
  }

  /** Steps taken so far. */
  long steps() {
    return steps;
  }

  /** Takes over everything of another part. */
  void join(FlowPart other) {
    stations.addAll(other.stations);
    doors.addAll(other.doors);
    clients.addAll(other.clients);
    populations.addAll(other.populations);
    other.stations.forEach(station -> station.joins(this));
  }

  /** Goes on from where another of the same groups and workloads is. */
  void copyFrom(FlowPart other) {
    for (int i = 0; i < stations.size(); i++) {
      stations.get(i).copyFrom(other.stations.get(i));
    }
    for (int i = 0; i < clients.size(); i++) {
      clients.get(i).copyFrom(other.clients.get(i));
    }
    calm = false;
    stirred = true;
  }

  /**
   * Hears that a door's healthy targets are about to change in number.
   *
   * @param changed the share of its station's by which they have changed since the last step, this
   *     change included
   * @param step the last step of that station
   */
  void changes(long now, int healthy, double changed, StationStep step) {
    if (now == at) {
      stirred = true;
      return;
    }
    boolean little = healthy >= MANY && changed <= LITTLE;
    if (!little && !(calm && step.hardlyFeels(changed))) {
      advance(now);
    } else if (!calm) {
      look(now);
    }
  }

  /** Brings everything up to a moment at which something changes, so that steps begin short again. */
  void advance(long now) {
    look(now);
    stirred = true;
  }

  /** Brings everything up to a moment. */
  void look(long now) {
    if (now <= at) {
      return;
    }
    for (FlowDoor door : doors) {
      door.average(now);
    }
    if (suspended) {
      lastRestless = now;
      at = now;
      return;
    }
    if (calm || stirred) {
      fine = shortStep();
      stirred = false;
    }
    while (at < now) {
      step(now);
    }
  }

  /** True while somebody else sees to its traffic. */
  boolean isSuspended() {
    return suspended;
  }

  /** From now on somebody else sees to its traffic, or does no more. */
  void suspend(boolean is, long now) {
    advance(now);
    suspended = is;
    calm = false;
  }

  private void step(long now) {
    long end = Math.min(now, nextChange());
    if (calls && !calm) {
      // A long step would be tried in vain.
      end = Math.min(end, at + Math.max(1, (long) (fine * 1e9)));
    }
    solve(end);
    boolean restless = isRestless((end - at) / 1e9);
    if (restless) {
      long soon = at + (long) (fine * 1e9);
      if (soon < end) {
        end = soon;
        solve(end);
      }
    }
    double before = restless ? backlog() : 0;
    boolean moved = areRestless();
    for (FlowClient client : clients) {
      client.commit(client.door().station());
    }
    boolean clear = true;
    for (FlowStation station : stations) {
      station.commit();
      clear &= station.backlog().content() == 0;
    }
    populations.forEach(Population::commit);
    if (restless) {
      adapt(before, moved);
    }
    calm = !restless && clear;
    at = end;
    lastRestless = calm ? lastRestless : end;
    steps++;
  }

  private long nextChange() {
    long next = Long.MAX_VALUE;
    for (FlowClient client : clients) {
      next = Math.min(next, client.origin().nextChange(at));
      next = Math.min(next, client.limits().nextLook(at));
    }
    for (FlowStation station : stations) {
      next = Math.min(next, station.nextLook(at));
    }
    return next;
  }

  private boolean isRestless(double seconds) {
    for (FlowStation station : stations) {
      if (station.step().isNearItsLimit() || station.work().isMoving(seconds)) {
        return true;
      }
    }
    for (FlowClient client : clients) {
      if (client.isRestless()) {
        return true;
      }
    }
    return areRestless();
  }

  private boolean areRestless() {
    for (Population users : populations) {
      if (users.isRestless()) {
        return true;
      }
    }
    return false;
  }

  private double shortStep() {
    return StepLength.shortest(clients, stations, populations);
  }

  private double backlog() {
    double sum = 0;
    for (FlowStation station : stations) {
      sum += station.step().expectedWait();
    }
    return sum;
  }

  /** Longer steps while little changes, shorter ones when much does. */
  private void adapt(double before, boolean wereRestless) {
    double moved = Math.abs(backlog() - before);
    double scale = Math.max(before, shortStep() * StepLength.STEPS_A_TIMEOUT);
    boolean quiet = moved < LITTLE * scale
        && clients.stream().noneMatch(FlowClient::isRestless)
        && !wereRestless
        && stations.stream().noneMatch(station -> station.surge().isLeft());
    fine = quiet
        ? Math.min(StepLength.longest(clients, stations, shortStep()), fine * 1.25)
        : Math.max(shortStep(), fine / 2);
  }

  private void solve(long end) {
    double begin = at / 1e9;
    double seconds = (end - at) / 1e9;
    for (FlowStation station : stations) {
      double most = 0;
      for (FlowDoor door : station.doors()) {
        most = Math.max(most, door.weighing(at, end));
      }
      station.begin(most, begin, seconds);
    }
    for (Population users : populations) {
      users.begin(at, end);
    }
    boolean retries = !populations.isEmpty();
    for (FlowClient client : clients) {
      client.begin(at, end);
      retries |= client.retries() || client.limits().areFelt() || client.hedging() != null;
    }
    if (!retries && !calls) {
      round(seconds, 1);
      return;
    }
    if (calm && isAsBefore(seconds)) {
      return;
    }
    // What is not in balance yet says nothing of how long things take.
    converge(seconds);
    for (int i = 0; i < LOOKS_AT_TIMES && become(calm ? 1 : SLACK) > CONVERGED; i++) {
      converge(seconds);
    }
  }

  /** Looks whether one look at everything is enough, as it is while little happens. */
  private boolean isAsBefore(double seconds) {
    arrive(seconds);
    for (FlowStation station : stations) {
      if (station.step().isNearItsLimit()) {
        return false;
      }
    }
    return become(1) <= CONVERGED;
  }

  private void converge(double seconds) {
    double off = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_ROUNDS && off > CONVERGED; i++) {
      off = round(seconds, Double.POSITIVE_INFINITY);
    }
  }

  /** One look at arrivals, then at what becomes of them; returns by how much arrivals changed. */
  private double round(double seconds, double slack) {
    arrive(seconds);
    return become(slack);
  }

  private void arrive(double seconds) {
    for (FlowStation station : stations) {
      station.solve(arriving(station, seconds) / seconds);
      station.callOthers();
    }
  }

  /** Looks at what becomes of those who arrive; returns by how much that changes who does. */
  private double become(double slack) {
    double off = 0;
    // Whoever is called comes after those who call.
    for (int i = stations.size() - 1; i >= 0; i--) {
      FlowStation station = stations.get(i);
      off = Math.max(off, station.compose(slack));
      for (FlowClient client : station.clients()) {
        Sending.ends(client);
        double before = client.total();
        double after = client.settleRetries();
        off = Math.max(off, Math.abs(after - before) / Math.max(after, 1e-300));
        off = Math.max(off, Math.max(client.limits().change(), Hedging.change(client)));
      }
    }
    for (Population users : populations) {
      off = Math.max(off, users.settle());
    }
    return off;
  }

  private static double arriving(FlowStation station, double seconds) {
    double arriving = 0;
    station.work().forget();
    for (FlowClient client : station.clients()) {
      client.callAgain();
      double reaching = Sending.reach(client, station, seconds);
      station.work().arrive(client.kind(), reaching);
      arriving += reaching;
    }
    for (FlowDoor door : station.doors()) {
      arriving += door.watch().probesPerSecond() * seconds;
    }
    return arriving;
  }
}
