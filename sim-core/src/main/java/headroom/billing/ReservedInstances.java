package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.InstanceUsage.What;
import java.util.List;
import java.util.Optional;

/**
 * Reserved instances of one kind: a price for instance time that is paid for every clock hour of the
 * term, used or not; no instance itself (sheet §2.3, [B3], [B4]). The term covers the whole run.
 *
 * @param name what the commitment is called in results
 * @param count how many; each covers 3,600 instance-seconds of a clock hour
 * @param type the instance type: "m5.large"
 * @param system the operating system
 * @param zone the zone of a zonal one, which covers exactly its type there; empty for a regional
 *     one, which covers any zone, and any size of its family under Linux
 * @param convertible whether it can be exchanged; of no effect on what it covers
 * @param payment how it is paid: "no-upfront"; of no effect beside the price
 * @param price what one costs
 * @param region the scenario's name of the region in which it covers instances; empty for everywhere
 */
public record ReservedInstances(
    String name,
    int count,
    String type,
    String system,
    Optional<String> zone,
    boolean convertible,
    String payment,
    ReservedPrice price,
    Optional<String> region)
    implements Agreement {

  /** Reserved instances where there is one region. */
  public ReservedInstances(
      String name,
      int count,
      String type,
      String system,
      Optional<String> zone,
      boolean convertible,
      String payment,
      ReservedPrice price) {
    this(name, count, type, system, zone, convertible, payment, price, Optional.empty());
  }

  public static List<Problem> problems(int count) {
    return Problems.of()
        .require("count", count >= 1, "must be at least 1, was " + count)
        .list();
  }

  public ReservedInstances {
    Problems.throwIfAny(problems(count));
  }

  boolean isFlexible() {
    return zone.isEmpty() && system.equals("linux") && SizeFactor.isFlexible(type);
  }

  boolean covers(HourlyUse use) {
    return region.map(use.region()::equals).orElse(true) && covers(use.what());
  }

  private boolean covers(What what) {
    if (!what.purchase().equals("on-demand") || !what.system().equals(system)) {
      return false;
    }
    return isFlexible()
        ? SizeFactor.family(type).equals(SizeFactor.family(what.type()))
            && SizeFactor.of(what.type()).isPresent()
        : type.equals(what.type()) && zone.map(what.zone()::equals).orElse(true);
  }

  /** Units that one instance-second of a type draws. */
  long factor(String of) {
    return isFlexible() ? SizeFactor.of(of).orElseThrow() : 1;
  }
}
