package headroom.fleet.instances;

import headroom.policy.placement.Packing;
import headroom.supply.Hosts;
import headroom.supply.InstanceType;
import headroom.supply.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The hosts of one zone: what the account has on each, and which are down. A rack on which nothing
 * is costs nothing, so that a zone can have practically endless ones.
 */
final class ZoneHosts {

  // A launch that met only hosts that will not have it looks at all of them.
  private static final int MOST_TRIES = 64;
  // Several drawn at once, and the emptiest taken: nearly as even as looking at all.
  private static final int DRAWN = 8;
  private static final int FEW = 64;

  private static final int HELD = 0;
  private static final int VCPUS = 1;
  private static final int MIB = 2;
  private static final int FIELDS = 3;
  private static final double MIB_IN_GIB = 1024;

  private final Hosts rule;
  private final boolean endless;
  private final int vcpus;
  private final int mib;
  // Of each host what is held of it, by rack; nothing of a rack that holds nothing.
  private final int[][] racks;
  private final int[] heldInRack;
  private final Map<Integer, Integer> hostsDown = new TreeMap<>();
  private final Map<Integer, Integer> racksDown = new TreeMap<>();

  ZoneHosts(Hosts rule) {
    this.rule = rule;
    this.endless = rule.each().isEmpty();
    this.vcpus = rule.each().map(each -> (int) each.vcpus()).orElse(0);
    this.mib = rule.each().map(each -> (int) (each.memoryGiB() * MIB_IN_GIB)).orElse(0);
    this.racks = new int[rule.racks()][];
    this.heldInRack = new int[rule.racks()];
  }

  int rackOf(int host) {
    return host / rule.perRack();
  }

  /** How many failures hold each host of the zone down. */
  Map<Integer, Integer> hostsDown() {
    return hostsDown;
  }

  Map<Integer, Integer> racksDown() {
    return racksDown;
  }

  /** A host that is up and has room, on a rack that is allowed; by luck, the emptier the better. */
  int find(InstanceType type, IntPredicate allowed, IntToDoubleFunction luck) {
    if (!endless && rule.count() <= FEW) {
      return emptiestOfAll(type, allowed, luck);
    }
    int best = RackRule.NONE;
    int tries = endless ? MOST_TRIES : DRAWN;
    for (int k = 0; k < tries; k++) {
      int host = (int) (luck.applyAsDouble(k) * rule.count());
      if (allowed.test(rackOf(host)) && takes(host, type)) {
        if (endless) {
          return host;
        }
        best = emptier(host, best) ? host : best;
      }
    }
    return best == RackRule.NONE ? firstRackWithRoom(type, allowed, luck) : best;
  }

  private int emptiestOfAll(InstanceType type, IntPredicate allowed, IntToDoubleFunction luck) {
    int first = (int) (luck.applyAsDouble(0) * rule.count());
    int best = RackRule.NONE;
    for (int i = 0; i < rule.count(); i++) {
      int host = (first + i) % rule.count();
      if (allowed.test(rackOf(host)) && takes(host, type) && emptier(host, best)) {
        best = host;
      }
    }
    return best;
  }

  private int firstRackWithRoom(InstanceType type, IntPredicate allowed, IntToDoubleFunction luck) {
    int first = (int) (luck.applyAsDouble(0) * rule.racks());
    for (int i = 0; i < rule.racks(); i++) {
      int rack = (first + i) % rule.racks();
      int best = RackRule.NONE;
      if (allowed.test(rack) && !racksDown.containsKey(rack)) {
        for (int host = rack * rule.perRack(); host < (rack + 1) * rule.perRack(); host++) {
          best = takes(host, type) && emptier(host, best) ? host : best;
        }
      }
      if (best != RackRule.NONE) {
        return best;
      }
    }
    return RackRule.NONE;
  }

  /** The one on the emptier rack, and of one rack the one with fewer. */
  private boolean emptier(int host, int than) {
    if (than == RackRule.NONE) {
      return true;
    }
    int rack = heldInRack[rackOf(host)] - heldInRack[rackOf(than)];
    return rack != 0 ? rack < 0 : held(host, HELD) < held(than, HELD);
  }

  private boolean takes(int host, InstanceType type) {
    return !hostsDown.containsKey(host)
        && !racksDown.containsKey(rackOf(host))
        && (endless
            || (held(host, VCPUS) + type.vcpus() <= vcpus && held(host, MIB) + mib(type) <= mib));
  }

  /** A host that is up and has room, on a rack that is allowed, as a rule of packing has it. */
  int pack(InstanceType type, IntPredicate allowed, Packing packing) {
    List<Host> open = new ArrayList<>();
    for (int host = 0; host < rule.count(); host++) {
      if (allowed.test(rackOf(host)) && takes(host, type)) {
        open.add(new Host(host));
      }
    }
    int chosen = packing.choose(open, new Resources(type.vcpus(), mib(type) / MIB_IN_GIB));
    return chosen < 0 ? RackRule.NONE : open.get(chosen).index;
  }

  /** A host as rules of packing see it. */
  private final class Host implements Packing.Bin {
    private final int index;

    Host(int index) {
      this.index = index;
    }

    @Override
    public Resources free() {
      return new Resources(
          vcpus - ZoneHosts.this.held(index, VCPUS),
          (mib - ZoneHosts.this.held(index, MIB)) / MIB_IN_GIB);
    }

    @Override
    public Resources whole() {
      return new Resources(vcpus, mib / MIB_IN_GIB);
    }

    @Override
    public int held() {
      return ZoneHosts.this.held(index, HELD);
    }
  }

  private int held(int host, int field) {
    int[] rack = racks[rackOf(host)];
    return rack == null ? 0 : rack[host % rule.perRack() * FIELDS + field];
  }

  /** Memory in whole MiB, no less than it is. */
  static int mib(InstanceType type) {
    return (int) Math.ceil(type.memoryGiB() * MIB_IN_GIB);
  }

  /** So many more instances of a type lie on a host, or fewer. */
  void add(int host, InstanceType type, int count) {
    int rack = rackOf(host);
    heldInRack[rack] += count;
    if (endless) {
      return;
    }
    if (racks[rack] == null) {
      racks[rack] = new int[rule.perRack() * FIELDS];
    }
    int at = host % rule.perRack() * FIELDS;
    racks[rack][at + HELD] += count;
    racks[rack][at + VCPUS] += count * type.vcpus();
    racks[rack][at + MIB] += count * mib(type);
    if (heldInRack[rack] == 0) {
      racks[rack] = null;
    }
  }

  /** Throws when a host holds more than it has. */
  void check() {
    for (int host = 0; host < rule.count(); host++) {
      boolean fits = endless
          || (held(host, VCPUS) <= vcpus && held(host, MIB) <= mib && held(host, HELD) >= 0);
      if (!fits) {
        throw new IllegalStateException("host " + host + " holds more than it has");
      }
    }
  }
}
