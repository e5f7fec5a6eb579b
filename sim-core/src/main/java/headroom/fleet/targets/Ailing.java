package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes instances of a group serve badly: told to their servers, or to whoever stands for them. */
public final class Ailing {

  private final InstanceGroup instances;
  private final Map<Integer, Server> servers;
  private @Nullable AilmentListener instead;

  /**
   * Nobody ails.
   *
   * @param servers the servers there are, by their instances' ordinals
   */
  Ailing(InstanceGroup instances, Map<Integer, Server> servers) {
    this.instances = instances;
    this.servers = servers;
  }

  /** There are no servers: somebody else stands for them. */
  public void hear(AilmentListener listener) {
    instead = listener;
  }

  /** Instances at work just now. */
  public List<Instance> atWork() {
    if (instead != null) {
      return instances.live().stream().filter(Instance::isInService).toList();
    }
    List<Instance> up = new ArrayList<>();
    for (Server server : servers.values()) {
      if (server.isUp()) {
        up.add(server.instance());
      }
    }
    return up;
  }

  /** Something ails an instance that is, or was, at work. */
  public void ails(Instance instance, Ailment ailment, long now) {
    Server server = servers.get(instance.ordinal());
    if (instead != null) {
      instead.ails(instance, ailment, now);
    } else if (server != null) {
      server.ails(ailment);
    }
  }

  /** An ailment is over, wherever it was. */
  public void recovers(Ailment ailment, long now) {
    servers.values().forEach(server -> server.recovers(ailment));
    if (instead != null) {
      instead.recovers(ailment, now);
    }
  }
}
