package headroom.reports.cli;

import headroom.billing.InstanceTimeRule;
import headroom.billing.PerBytes;
import headroom.billing.PriceBook;
import headroom.billing.TransferPrices;
import headroom.billing.TransferPrices.Tier;
import headroom.billing.TypePrice;
import headroom.fault.InstanceFailures;
import headroom.random.Exponential;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.Experiment;
import headroom.scenarios.experiment.Origin;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Trial;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.InstanceType;
import headroom.workload.Constant;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Two small instances at 0.10 USD/h each, for six hours, that fail now and then. */
final class SmallShop {

  private SmallShop() {}

  static Trial trial(
      long seed, TrafficModel model, Replications replications, List<Expectation> expectations) {
    return new Trial(
        scenario(seed, model),
        new Experiment(replications, expectations),
        book(),
        new Origin("scenario: small-shop\n", "0123abcd", List.of()));
  }

  private static Scenario scenario(long seed, TrafficModel model) {
    return Scenario.of("small-shop", Duration.ofHours(6))
        .about("Two small instances.")
        .seed(seed)
        .trafficModel(model)
        .prices("test")
        .zones(List.of("a"))
        .types(List.of(new InstanceType("m1.small", 1, 1.7)))
        .workloads(List.of(workload()))
        .groups(List.of(group()))
        .failures(
            List.of(new InstanceFailures("instances-web", "web", new Exponential(4 * 3600.0))))
        .build();
  }

  private static Workload workload() {
    return Workload.of("users", "web", new Constant(2)).build();
  }

  private static Group group() {
    return Group.of("web", "m1.small", new Size(2, 2, 2), new Service(2, 100, new Exponential(0.1)))
        .zones(List.of("a"))
        .build();
  }

  private static PriceBook book() {
    PerBytes price = new PerBytes(new BigDecimal("0.09"), "GB", 1_000_000_000);
    return new PriceBook(
        "test",
        "Test",
        "nowhere",
        "Nowhere",
        LocalDate.of(2026, 7, 1),
        "USD",
        "made up for tests",
        Map.of("linux", InstanceTimeRule.SECONDS),
        Map.of("m1.small", type()),
        Map.of(),
        new TransferPrices(price, 0, List.of(new Tier(Tier.NO_END, price)), "made up"));
  }

  private static TypePrice type() {
    return new TypePrice(
        "m1.small",
        1,
        1.7,
        OptionalDouble.empty(),
        Map.of("linux", new BigDecimal("0.10")),
        "made up");
  }
}
