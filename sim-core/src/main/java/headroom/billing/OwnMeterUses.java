package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.Handled;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Usage;
import headroom.results.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the meters of a scenario's own count in a run. */
final class OwnMeterUses {

  private final OwnMeter meter;
  private final Usage usage;

  private OwnMeterUses(OwnMeter meter, Usage usage) {
    this.meter = meter;
    this.usage = usage;
  }

  static List<Metered> of(OwnMeter meter, Usage usage, Window window) {
    OwnMeterUses uses = new OwnMeterUses(meter, usage);
    return switch (meter.counts()) {
      case REQUESTS -> uses.handled(Handled::requests);
      case BYTES_IN -> uses.handled(Handled::bytesIn);
      case BYTES_OUT -> uses.handled(Handled::bytesOut);
      case INSTANCES -> uses.instances();
      case HELD -> List.of(uses.held(meter.amount(), 0, window.toNanos()));
    };
  }

  /** What came through doors of this name, or to the group whatever the door. */
  private List<Metered> handled(Function<Handled, double[]> counts) {
    return usage.resources().stream()
        .filter(Handled.class::isInstance)
        .map(Handled.class::cast)
        .filter(each -> each.owner().equals(meter.of()) || each.group().equals(meter.of()))
        .map(each -> Metered.counted(meter.tariff().key(), meter.resource(), counts.apply(each)))
        .toList();
  }

  private List<Metered> instances() {
    List<Metered> uses = new ArrayList<>();
    InstanceUsage instances = usage.instances();
    for (int row = 0; row < instances.size(); row++) {
      add(uses, instances.what(row), instances.fromNanos(row), instances.toNanos(row));
    }
    for (ResourceUsage used : usage.resources()) {
      if (used instanceof Spot spot) {
        add(uses, spot.what(), spot.fromNanos(), spot.toNanos());
      }
    }
    return uses;
  }

  private void add(List<Metered> uses, InstanceUsage.What what, long from, long to) {
    if (("groups." + what.group()).equals(meter.of())) {
      uses.add(held(1, from, to));
    }
  }

  private Metered held(long amount, long from, long to) {
    return Metered.held(meter.tariff().key(), meter.resource(), amount, from, to);
  }

  /** All that a book's own meters count. */
  static Stream<Metered> all(Usage usage, Window window, PriceBook book) {
    return book.commitments().meters().stream().flatMap(meter -> of(meter, usage, window).stream());
  }
}
