package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a scenario pays for and no price book lists: so much of a unit at a price.
 *
 * @param name what it is called in results
 * @param tariff its price, tiers and free units
 * @param counts what is counted
 * @param of whose, as results name it ("groups.web", "load-balancers.lb"); empty for what is held
 * @param amount how much is held all the time; 0 where something is counted
 */
public record OwnMeter(String name, Tariff tariff, Counts counts, String of, long amount)
    implements Agreement {

  /** What an own meter counts. */
  public enum Counts {
    /** Requests and calls that came. */
    REQUESTS,
    /** Bytes of requests and calls that came in. */
    BYTES_IN,
    /** Bytes of answers that went out. */
    BYTES_OUT,
    /** Instances while they ran. */
    INSTANCES,
    /** An amount that is there all the time. */
    HELD;

    /** The word in a scenario file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The units in which it can be sold. */
    List<MeterUnit> units() {
      return switch (this) {
        case REQUESTS -> List.of(MeterUnit.EACH, MeterUnit.MILLION);
        case BYTES_IN, BYTES_OUT -> List.of(MeterUnit.GIB);
        case INSTANCES -> List.of(MeterUnit.HOUR, MeterUnit.MONTH);
        case HELD ->
          List.of(
              MeterUnit.HOUR,
              MeterUnit.MONTH,
              MeterUnit.GIB_MONTH,
              MeterUnit.IOPS_MONTH,
              MeterUnit.THROUGHPUT_MONTH);
      };
    }
  }

  public static List<Problem> problems(MeterUnit unit, Counts counts, String of, long amount) {
    boolean held = counts == Counts.HELD;
    List<String> units = counts.units().stream().map(MeterUnit::word).toList();
    return Problems.of()
        .require(
            "price",
            counts.units().contains(unit),
            "is for a unit that cannot be counted in " + counts.word() + ": " + unit.word(),
            units.stream().map(word -> "USD/" + word).collect(Collectors.joining(", ")))
        .require(
            "of",
            held || !of.isEmpty(),
            "must say whose " + counts.word() + " are counted",
            "for example groups.web")
        .require(
            "counts",
            held ? amount >= 1 : amount == 0,
            held ? "must be at least 1, was " + amount : "has an amount of what is held alone")
        .list();
  }

  public OwnMeter {
    Problems.throwIfAny(problems(tariff.unit(), counts, of, amount));
  }

  /** The key of its tariff: category, then the name. */
  public static String key(Category category, String meter) {
    return category.word() + ".meter." + meter;
  }

  /** What it is for, on a bill. */
  Resource resource() {
    return Resource.regional(of.isEmpty() ? "meters." + name : of, "");
  }

  /** The words of all that can be counted. */
  public static Stream<Counts> all() {
    return Arrays.stream(Counts.values());
  }
}
