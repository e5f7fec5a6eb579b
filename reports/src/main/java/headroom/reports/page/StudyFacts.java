package headroom.reports.page;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Uncertainty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a report of a study is made from.
 *
 * @param scenario the scenario's name
 * @param about its description; may be empty
 * @param lastsSeconds how long each replication lasts
 * @param paths what is varied
 * @param variants the variants in their order
 * @param uncertainties what may come where the variants are samples of what is not known; empty
 *     where they are choices
 * @param origin where the numbers come from
 */
public record StudyFacts(
    String scenario,
    String about,
    double lastsSeconds,
    List<String> paths,
    List<Variant> variants,
    SortedMap<Metric, Uncertainty> uncertainties,
    RunFacts.Origin origin) {

  public StudyFacts {
    paths = List.copyOf(paths);
    variants = List.copyOf(variants);
  }

  /**
   * One variant.
   *
   * @param name its name
   * @param set its values by path
   * @param replications how often it was run
   * @param estimates every metric over them
   * @param expectations what the scenario expects, judged
   */
  public record Variant(
      String name,
      Map<String, String> set,
      int replications,
      SortedMap<Metric, Estimate> estimates,
      List<Judgement> expectations) {

    public Variant {
      set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
      expectations = List.copyOf(expectations);
    }

    /** The estimate of the metric with this flat name. */
    public Optional<Estimate> estimate(String flat) {
      return estimates.values().stream()
          .filter(each -> each.metric().flat().equals(flat))
          .findFirst();
    }

    boolean meetsAll() {
      return expectations.stream().allMatch(each -> each.state() == Judgement.State.MET);
    }
  }
}
