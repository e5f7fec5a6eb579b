package headroom.reports.page;

import headroom.reports.figure.Table;
import headroom.results.LatencySketch;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.statistics.Estimate;
import headroom.statistics.Spread;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * What a report of one scenario is made from.
 *
 * @param scenario the scenario's name
 * @param about its description; may be empty
 * @param targets its service-level objectives
 * @param estimates every metric over the replications
 * @param replications how many replications were run
 * @param shown the replication whose course is shown
 * @param shownNumber its number, from 1
 * @param costs the bill of the shown replication
 * @param latency client latencies of all replications merged
 * @param origin where the numbers come from
 * @param assumptions defaults that mattered
 * @param warnings what in the scenario is most likely not meant
 * @param expectations what the scenario expects, judged
 */
public record RunFacts(
    String scenario,
    String about,
    Targets targets,
    SortedMap<Metric, Estimate> estimates,
    int replications,
    Run shown,
    int shownNumber,
    Costs costs,
    LatencySketch latency,
    Origin origin,
    List<Assumption> assumptions,
    List<Warning> warnings,
    List<Judgement> expectations) {

  public RunFacts {
    assumptions = List.copyOf(assumptions);
    warnings = List.copyOf(warnings);
    expectations = List.copyOf(expectations);
  }

  /** Service-level objectives: a share of requests answered, and seconds of p99 latency. */
  public record Targets(OptionalDouble availability, OptionalDouble latencyP99) {}

  /**
   * A default that mattered.
   *
   * @param path where it could be said: {@code groups.web.serves.queue}
   * @param value what was taken
   * @param why what it stands on; may be empty
   */
  public record Assumption(String path, String value, String why) {}

  /**
   * Something in the scenario that is most likely not meant.
   *
   * @param path where it stands: {@code groups.web.serves.calls[0].retry}
   * @param message what it leads to and what would help
   */
  public record Warning(String path, String message) {}

  /**
   * The bill of the shown replication.
   *
   * @param lines its lines
   * @param courses what each category cost over time
   * @param hourly the same hour by hour, however long the run
   * @param seller who sells, at which prices
   * @param splits the bills of all replications, split by one question after another
   * @param spreads how figures of money vary over all replications
   * @param asked what was asked about it besides
   * @param monthly what a month costs in each replication, USD
   * @param buying of the purchases asked for the one that saves most; empty where none was
   */
  public record Costs(
      List<Line> lines,
      List<Course> courses,
      List<Course> hourly,
      String seller,
      List<Split> splits,
      List<Spread> spreads,
      List<Table> asked,
      List<Double> monthly,
      Optional<Buying> buying) {

    /**
     * A purchase that nobody has made yet.
     *
     * @param what words for it: "2 reserved m5.large, one year"
     * @param saving USD a month
     */
    public record Buying(String what, Estimate saving) {}

    /** A bill of which nothing more is known than its lines. */
    public Costs(List<Line> lines, List<Course> courses) {
      this(
          lines,
          courses,
          courses,
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());
    }

    /** USD of each part of the bills, by one question. */
    public record Split(String by, List<Part> parts) {

      /** One part: its mean over the replications, and how it varies over several. */
      public record Part(String name, Estimate mean, Optional<Spread> spread) {}

      public Split {
        parts = List.copyOf(parts);
      }
    }

    /** A line of the bill; {@code amount} in USD. */
    public record Line(
        String category,
        String service,
        String resource,
        String what,
        String quantity,
        double amount) {}

    /**
     * What a category costs step by step.
     *
     * @param category its word
     * @param edges simulated seconds at which the steps begin, and the end of the last; the first and
     *     the last may be shorter than those between
     * @param spent USD of each step
     */
    public record Course(String category, double[] edges, double[] spent) {

      double seconds(int step) {
        return edges[step + 1] - edges[step];
      }

      double middle(int step) {
        return (edges[step] + edges[step + 1]) / 2;
      }
    }

    public Costs {
      lines = List.copyOf(lines);
      courses = List.copyOf(courses);
      hourly = List.copyOf(hourly);
      splits = List.copyOf(splits);
      spreads = List.copyOf(spreads);
      asked = List.copyOf(asked);
      monthly = List.copyOf(monthly);
    }
  }

  /**
   * Where the numbers come from.
   *
   * @param version version of the program
   * @param digest digest of the scenario
   * @param seed the seed
   * @param priceBook the price book's name
   * @param priceDate the date its prices held
   * @param trafficModel requests, flow or hybrid
   * @param text the scenario file as it was read; empty when there was none
   */
  public record Origin(
      String version,
      String digest,
      long seed,
      String priceBook,
      String priceDate,
      String trafficModel,
      String text) {}

  Optional<Estimate> estimate(String flatName) {
    return estimates.entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals(flatName))
        .map(java.util.Map.Entry::getValue)
        .findFirst();
  }

  /** The estimates whose flat name begins so, largest mean first. */
  List<Estimate> largest(String prefix) {
    return estimates.values().stream()
        .filter(estimate -> estimate.metric().flat().startsWith(prefix))
        .sorted((a, b) -> Double.compare(b.mean(), a.mean()))
        .toList();
  }

  /** Seconds that count in one replication. */
  double seconds() {
    return shown.window().seconds();
  }
}
