package headroom.spec;

import headroom.results.ResourceUsage.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Elastic IPs of a group, which stay when instances go: so many as there are instances are in
 * use, the others idle (fleet sheet §2.9).
 */
final class ElasticIps {

  private final String owner;
  private final int addresses;
  private final SortedMap<Long, Integer> changes = new TreeMap<>();

  ElasticIps(Group group) {
    this.owner = "groups." + group.name();
    this.addresses = group.elasticIps();
  }

  /** An instance ran. */
  void ran(long from, long to) {
    if (addresses > 0 && from < to) {
      changes.merge(from, 1, Integer::sum);
      changes.merge(to, -1, Integer::sum);
    }
  }

  /** What all of them were, from the start to the end of a run. */
  List<Address> used(long end) {
    List<Address> used = new ArrayList<>();
    for (int each = 0; each < addresses; each++) {
      used(each, end, used);
    }
    return used;
  }

  /** One is in use while there are more instances than addresses before it. */
  private void used(int before, long end, List<Address> into) {
    long since = 0;
    int instances = 0;
    boolean inUse = false;
    for (long at : changes.keySet()) {
      instances += changes.getOrDefault(at, 0);
      if (instances > before != inUse) {
        add(inUse, since, at, into);
        since = at;
        inUse = !inUse;
      }
    }
    add(inUse, since, end, into);
  }

  private void add(boolean inUse, long from, long to, List<Address> into) {
    if (from < to) {
      into.add(new Address(owner, "", true, inUse, from, to));
    }
  }
}
