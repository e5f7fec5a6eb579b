package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * An instance type as a price book lists it.
 *
 * @param name the provider's name: "m5.large"
 * @param vcpus virtual processors
 * @param memoryGiB memory in GiB
 * @param ecu speed in EC2 Compute Units, the classic era's measure; empty where the book has none
 * @param hourly USD per hour by operating system
 * @param source where the figures come from, as a key of the book's sources
 */
public record TypePrice(
    String name,
    int vcpus,
    double memoryGiB,
    OptionalDouble ecu,
    Map<String, BigDecimal> hourly,
    String source) {

  public static List<Problem> problems(
      int vcpus, double memoryGiB, OptionalDouble ecu, Map<String, BigDecimal> hourly) {
    Problems problems = Problems.of()
        .require("vcpus", vcpus >= 1, "must be at least 1, was " + vcpus)
        .positive("memory", memoryGiB)
        .require("price", !hourly.isEmpty(), "must be given", "for example {linux: 0.10 USD/h}");
    ecu.ifPresent(units -> problems.positive("ecu", units));
    hourly.forEach((system, price) -> problems.addAll("price", Prices.problems(system, price)));
    return problems.list();
  }

  public TypePrice {
    hourly = Collections.unmodifiableMap(new TreeMap<>(hourly));
    Problems.throwIfAny(problems(vcpus, memoryGiB, ecu, hourly));
  }

  /** The same at a scenario's own price of Linux by the hour. */
  TypePrice at(BigDecimal linux) {
    Map<String, BigDecimal> prices = new TreeMap<>(hourly);
    prices.put("linux", linux);
    return new TypePrice(name, vcpus, memoryGiB, ecu, prices, source);
  }
}
