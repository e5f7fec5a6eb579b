package headroom.fleet.flow;

import headroom.policy.routing.ZoneHealth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The nodes of a balancer that sends within its zones only, as rates: which share of its clients
 * comes to which. Each has the address of one node, whatever targets that has, and hears of a change
 * when its copy of the answer is too old: t seconds after one a share t / TTL of them has (the copies'
 * ages are uniform), as in {@code headroom.fleet.routing.Nodes}.
 */
final class FlowNodes {

  // Of the name of a balancer (fleet sheet §6.1 [L5]).
  private static final double TTL = 60;
  private static final int LOOKS = 12;

  private final ZoneHealth rule;
  private final List<String> zones = new ArrayList<>();
  private final List<ZoneDoor> doors = new ArrayList<>();
  private boolean[] told = new boolean[0];
  private double[] changed = new double[0];
  private boolean[] shifted = new boolean[0];

  FlowNodes(ZoneHealth rule) {
    this.rule = rule;
  }

  /** Adds the node of a zone. */
  void add(ZoneDoor door) {
    zones.add(door.station().zones().firstKey());
    doors.add(door);
    told = Arrays.copyOf(told, doors.size());
    told[doors.size() - 1] = true;
    changed = Arrays.copyOf(changed, doors.size());
    changed[doors.size() - 1] = Double.NEGATIVE_INFINITY;
    shifted = Arrays.copyOf(shifted, doors.size());
  }

  /** Each zone's, in the order of the zones. */
  List<ZoneDoor> doors() {
    return doors;
  }

  boolean hasHealthyTarget() {
    for (ZoneDoor door : doors) {
      if (door.healthy() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Somebody takes a zone out, or puts it back. */
  void shift(String zone, boolean away, long now) {
    int at = zones.indexOf(zone);
    if (at >= 0) {
      shifted[at] = away;
      review(now);
    }
  }

  /** Some node has more targets or fewer: finds out which of them clients are told of. */
  void review(long now) {
    boolean any = false;
    for (int i = 0; i < told.length; i++) {
      any |= isTold(i);
    }
    for (int i = 0; i < told.length; i++) {
      // With all zones bad, all are kept (§6.2).
      boolean is = !any || isTold(i);
      if (is != told[i]) {
        doors.get(0).station().part().advance(now);
        told[i] = is;
        changed[i] = now / 1e9;
      }
    }
  }

  private boolean isTold(int zone) {
    ZoneDoor door = doors.get(zone);
    return !shifted[zone] && rule.isMet(door.inPool(), door.registered());
  }

  /** The share of clients that come to a zone's node between two moments, on average. */
  double share(int zone, long from, long to) {
    int all = told.length;
    double strays = 0;
    int open = 0;
    for (int i = 0; i < all; i++) {
      strays += 1 - keeps(i, from, to);
      open += told[i] ? 1 : 0;
    }
    return (keeps(zone, from, to) + (told[zone] ? strays / open : 0)) / all;
  }

  /** Of those whose usual node is a zone's, the share that comes to it. */
  private double keeps(int zone, long from, long to) {
    double since = from / 1e9 - changed[zone];
    if (since >= TTL) {
      return told[zone] ? 1 : 0;
    }
    double seconds = Math.max(1e-9, (to - from) / 1e9);
    double know = (known(since + seconds) - known(since)) / seconds;
    return told[zone] ? know : 1 - know;
  }

  /** The integral over time of the share of clients that know of a change. */
  private static double known(double since) {
    return since < TTL ? since * since / (2 * TTL) : since - TTL / 2;
  }

  /** When shares have to be looked at again. */
  long nextLook(long at) {
    for (double change : changed) {
      if (at / 1e9 - change < TTL) {
        return at + (long) (TTL / LOOKS * 1e9);
      }
    }
    return Long.MAX_VALUE;
  }
}
