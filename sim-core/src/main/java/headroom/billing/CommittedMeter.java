package headroom.billing;

import headroom.results.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Charges for instance time where commitments cover a part of it: reserved instances first, then
 * savings plans, the rest on demand; what of a commitment nothing used is a line of its own.
 */
final class CommittedMeter {

  private final Commitments commitments;

  CommittedMeter(Commitments commitments) {
    this.commitments = commitments;
  }

  /** The charges of all regions: some commitments hold in several. */
  List<Charge> charges(List<Regional.Part> parts, Window window) {
    ClockHours hours = new ClockHours(window);
    List<HourlyUse> uses = HourlyUse.of(parts, hours);
    List<CommittedLines> lines = new ArrayList<>();
    for (ReservedInstances reserved : commitments.reservedInOrder()) {
      ReservedDraw draw = new ReservedDraw(reserved, uses);
      lines.add(new ReservedLines(reserved, draw, draw.unused(hours), hours));
    }
    for (SavingsPlan plan : commitments.plansInOrder()) {
      lines.add(SavingsLines.draw(plan, uses, hours));
    }
    return Stream.concat(
            uses.stream().flatMap(use -> charges(use, lines, hours).stream()),
            lines.stream().flatMap(each -> each.unused().stream()))
        .toList();
  }

  private static List<Charge> charges(HourlyUse use, List<CommittedLines> lines, ClockHours hours) {
    List<Charge> charges = new ArrayList<>();
    Course rest = hours.course(use.left());
    if (rest.total() > 0) {
      charges.add(Charge.of(
          Category.COMPUTE, InstanceMeter.resource(use.what()), use.item(), rest.total(), rest));
    }
    lines.forEach(each -> each.covered(use, use.item()).ifPresent(charges::add));
    if (!charges.isEmpty()) {
      charges.set(0, charges.get(0).of(use.time()));
    }
    return charges;
  }
}
