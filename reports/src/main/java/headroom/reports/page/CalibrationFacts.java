package headroom.reports.page;

import headroom.statistics.Equivalence;
import headroom.statistics.Equivalence.Verdict;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report of a calibration is made from.
 *
 * @param models the models held against requests
 * @param refused why a model does not take the scenario, by the model's name
 * @param measured what each model measured, requests first
 */
public record CalibrationFacts(
    List<Model> models, Map<String, List<String>> refused, List<Measured> measured) {

  /**
   * A model held against requests.
   *
   * @param name its word in a scenario file
   * @param figures what was judged
   */
  public record Model(String name, List<Equivalence> figures) {

    public Model {
      figures = List.copyOf(figures);
    }

    List<Equivalence> that(Verdict verdict) {
      return figures.stream().filter(each -> each.verdict() == verdict).toList();
    }
  }

  /**
   * What a model measured.
   *
   * @param name its word
   * @param estimates its figures
   */
  public record Measured(String name, List<Estimate> estimates) {

    public Measured {
      estimates = List.copyOf(estimates);
    }

    Optional<Estimate> estimate(String flat) {
      return estimates.stream()
          .filter(each -> each.metric().flat().equals(flat))
          .findFirst();
    }
  }

  public CalibrationFacts {
    models = List.copyOf(models);
    measured = List.copyOf(measured);
  }
}
