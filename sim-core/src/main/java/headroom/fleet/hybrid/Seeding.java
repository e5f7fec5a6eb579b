package headroom.fleet.hybrid;

import headroom.fleet.flow.Handover;
import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Ghost;
import headroom.fleet.traffic.Sender;
import headroom.fleet.traffic.Traffic;
import headroom.random.Stream;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes requests, and work for nobody, of what a part had under way as amounts. */
final class Seeding implements Handover {

  private final Map<String, Meter> groups;
  private final Map<String, Sender> senders;
  private final Traffic traffic;
  private final Stream luck;
  private final long now;
  private final List<Waiting> queue = new ArrayList<>();
  private long draws;
  private long requests;

  private record Waiting(double arrived, Runnable enter) {}

  Seeding(
      Map<String, Meter> groups,
      Map<String, Sender> senders,
      Traffic traffic,
      Stream luck,
      long now) {
    this.groups = groups;
    this.senders = senders;
    this.traffic = traffic;
    this.luck = luck;
    this.now = now;
  }

  /** Lets everything enter that came to wait, in its order; returns the requests made in all. */
  long finish() {
    queue.sort(Comparator.comparingDouble(Waiting::arrived));
    queue.forEach(waiting -> waiting.enter().run());
    return requests;
  }

  @Override
  public void working(String group, double secondsLeft) {
    List<Server> servers = servers(group);
    int first = first(servers);
    for (int i = 0; i < servers.size(); i++) {
      Server server = servers.get((first + i) % servers.size());
      if (server.hasFreeWorker()) {
        server.seat(ghost(true), secondsLeft * 1e9, now);
        return;
      }
    }
  }

  @Override
  public void waiting(String group) {
    enter(group, ghost(true));
  }

  @Override
  public void abandoned(String group, double arrivedSeconds) {
    Ghost ghost = ghost(false);
    queue.add(new Waiting(arrivedSeconds, () -> enter(group, ghost)));
  }

  private void enter(String group, Ghost ghost) {
    List<Server> servers = servers(group);
    int first = first(servers);
    for (int i = 0; i < servers.size(); i++) {
      Server server = servers.get((first + i) % servers.size());
      if (server.hasPlaceNow()) {
        server.offer(ghost, now);
        return;
      }
    }
  }

  private Ghost ghost(boolean told) {
    return new Ghost(traffic, luck.at(draws++), told);
  }

  private int first(List<Server> servers) {
    return (int) (luck.at(draws++) * servers.size());
  }

  private List<Server> servers(String group) {
    ServerGroup all = meter(group).group();
    List<Server> up = new ArrayList<>();
    for (Server server : all.servers()) {
      if (server.isUp() && server.instance().isInService()) {
        up.add(server);
      }
    }
    return up;
  }

  private Meter meter(String group) {
    Meter meter = groups.get(group);
    if (meter == null) {
      throw new IllegalStateException("no group " + group);
    }
    return meter;
  }

  @Override
  public void queued(Workload workload, int made, double arrivedSeconds, double ageSeconds) {
    requests++;
    Sender sender = sender(workload);
    long since = nanos(arrivedSeconds);
    long arrived = nanos(arrivedSeconds - ageSeconds);
    queue.add(new Waiting(arrivedSeconds, () -> sender.resumeQueued(made, arrived, since, now)));
  }

  @Override
  public void pending(Workload workload, int made, double dueSeconds, double ageSeconds) {
    requests++;
    long due = (long) (dueSeconds * 1e9);
    long arrived = Math.min(now, nanos(dueSeconds - ageSeconds));
    sender(workload).resumePending(made, arrived, due, now);
  }

  private Sender sender(Workload workload) {
    Sender sender = senders.get(workload.name());
    if (sender == null) {
      throw new IllegalStateException("no workload " + workload.name());
    }
    return sender;
  }

  private long nanos(double seconds) {
    return Math.max(0, Math.min(now, (long) (seconds * 1e9)));
  }
}
