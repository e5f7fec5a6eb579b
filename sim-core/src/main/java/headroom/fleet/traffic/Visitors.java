package headroom.fleet.traffic;

import headroom.kernel.LimitReached;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.workload.Session;
import headroom.workload.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The users of a workload whose requests come in sessions, and the luck of each. */
final class Visitors implements Source.Arrival {

  private static final double NANOS = 1e9;
  private static final double FAR = 0x1p61;

  private final Traffic traffic;
  private final ClientLine line;
  private final Session session;
  private final Optional<Users> users;
  private final Sampler think;
  private final @Nullable Sampler requests;
  private final @Nullable Sampler pause;
  private final Stream sessionKeys;
  private final Stream senders;
  private final Stream requestKeys;
  private final Stream thinkLuck;
  private final Stream requestsLuck;
  private final Stream leaveLuck;
  private final Stream pauseLuck;
  private final List<Visitor> idle = new ArrayList<>();
  private int present;

  Visitors(Traffic traffic, ClientLine line, Session session, Chance chance) {
    String owner = line.workload().name();
    this.traffic = traffic;
    this.line = line;
    this.session = session;
    this.users = line.workload().users();
    this.think = session.think().sampler();
    this.requests = session.requests().map(law -> law.sampler()).orElse(null);
    this.pause = users.flatMap(Users::pause).map(law -> law.sampler()).orElse(null);
    this.sessionKeys = chance.of(owner, "sessions");
    this.senders = chance.of(owner, "senders");
    this.requestKeys = chance.of(owner, "requests-of-session");
    this.thinkLuck = chance.of(owner, "think-time");
    this.requestsLuck = chance.of(owner, "session-length");
    this.leaveLuck = chance.of(owner, "leaves");
    this.pauseLuck = chance.of(owner, "pause");
  }

  ClientLine line() {
    return line;
  }

  Simulation simulation() {
    return traffic.simulation();
  }

  boolean isClosed() {
    return users.isPresent();
  }

  /** Lets a closed population come: each thinks first. */
  void start() {
    users.ifPresent(all -> hurt().knowsUsers());
    int count = users.map(Users::count).orElse(0);
    for (int user = 0; user < count; user++) {
      present++;
      new Visitor(this).come(user, pauseNanos(user, 0), 0);
    }
  }

  /** A session begins with a request at once. */
  @Override
  public void begin(long ordinal, long now) {
    if (++present > Traffic.MOST_IN_FLIGHT) {
      throw new LimitReached("more than "
          + Traffic.MOST_IN_FLIGHT
          + " sessions of "
          + line.sender()
          + " are under way at once: they begin faster than they end");
    }
    Visitor visitor = idle.isEmpty() ? new Visitor(this) : idle.remove(idle.size() - 1);
    visitor.come(ordinal, 0, now);
  }

  Hurt hurt() {
    return traffic.hurt();
  }

  boolean counts(long now) {
    return traffic.counts(now);
  }

  void left(Visitor visitor) {
    present--;
    idle.add(visitor);
  }

  long senderKey(long user) {
    return senders.bits(user);
  }

  long sessionKey(long user, long number) {
    return sessionKeys.bits(user, number);
  }

  /** Requests of a session: its drawn length rounded up, at least one. */
  long requestsOf(long key) {
    return requests == null
        ? Long.MAX_VALUE
        : (long) Math.max(1, Math.min(FAR, Math.ceil(requests.sample(requestsLuck.at(key)))));
  }

  long requestOrdinal(long key, long asked) {
    return requestKeys.bits(key, asked);
  }

  long thinkNanos(long key, long asked) {
    return nanos(think.sample(thinkLuck.at(key, asked)));
  }

  /** From the end of a session to the first request of the next: a pause, else a think time. */
  long pauseNanos(long user, long number) {
    double u = pauseLuck.at(user, number);
    return nanos(pause == null ? think.sample(u) : pause.sample(u));
  }

  boolean leavesAfterFailure(long key, long asked) {
    return session.leaves() > 0 && leaveLuck.at(key, asked) < session.leaves();
  }

  private static long nanos(double seconds) {
    return (long) Math.min(seconds * NANOS, FAR);
  }
}
