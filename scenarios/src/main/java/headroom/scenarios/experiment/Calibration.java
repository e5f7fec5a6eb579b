package headroom.scenarios.experiment;

import headroom.Engine;
import headroom.problem.Problem;
import headroom.results.Metric;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.statistics.Equivalence;
import headroom.statistics.Equivalence.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario by single requests, and by the models that stand for them, on the same seeds: how far
 * each of these can be believed, for this scenario.
 *
 * @param outcome what every model measured; requests first
 * @param models the models held against requests, in their order
 * @param refused what of the scenario a model cannot carry out, by the model
 */
public record Calibration(
    StudyOutcome outcome, List<Model> models, Map<TrafficModel, List<Problem>> refused) {

  /** The path of the traffic model in a scenario. */
  public static final String PATH = "traffic-model";

  /** With fewer replications an interval at 99 % says next to nothing. */
  public static final int FEWEST = 4;

  /**
   * A model held against requests.
   *
   * @param model which
   * @param figures what was judged, in the order in which it is told
   */
  public record Model(TrafficModel model, List<Equivalence> figures) {

    public Model {
      figures = List.copyOf(figures);
    }

    /** The figures of which this became. */
    public List<Equivalence> that(Verdict verdict) {
      return figures.stream().filter(each -> each.verdict() == verdict).toList();
    }
  }

  public Calibration {
    models = List.copyOf(models);
    refused = new EnumMap<>(refused);
  }

  /** What each model cannot carry out of a scenario; models that can do all are not there. */
  public static Map<TrafficModel, List<Problem>> refused(Scenario scenario) {
    Map<TrafficModel, List<Problem>> refused = new EnumMap<>(TrafficModel.class);
    for (TrafficModel model : TrafficModel.values()) {
      List<Problem> problems = Engine.problems(by(model, scenario));
      if (!problems.isEmpty()) {
        refused.put(model, problems);
      }
    }
    return refused;
  }

  private static Scenario by(TrafficModel model, Scenario scenario) {
    return scenario.toBuilder().trafficModel(model).build();
  }

  /** The scenario once by each model that takes it, all with the same number of replications. */
  public static Study study(Trial trial) {
    Replications fixed = Replications.fixed(trial.experiment().replications().atLeast());
    Trial plain = trial.withReplications(fixed);
    Map<TrafficModel, List<Problem>> refused = refused(trial.scenario());
    List<Variant> variants = Arrays.stream(TrafficModel.values())
        .filter(model -> !refused.containsKey(model))
        .map(model -> new Variant(
            model.word(), List.of(new Setting(PATH, model.word())), () -> plain.by(model)))
        .toList();
    return new Study(plain, variants);
  }

  /** Requests that a replication is expected to simulate, without retries. */
  public static double expectedRequests(Scenario scenario) {
    Duration lasts = scenario.lasts();
    return scenario.workloads().stream()
        .mapToDouble(each -> each.rate().integral(0, lasts.toNanos()))
        .sum();
  }

  /** Judges the models of a {@link #study}. */
  public static Calibration of(StudyOutcome outcome) {
    List<VariantOutcome> variants = outcome.variants();
    List<Model> models = variants.stream()
        .skip(1)
        .map(other -> {
          TrafficModel model = Arrays.stream(TrafficModel.values())
              .filter(each -> each.word().equals(other.name()))
              .findFirst()
              .orElseThrow();
          return new Model(model, new Judged(variants.get(0), other, model).figures());
        })
        .toList();
    return new Calibration(outcome, models, refused(outcome.base().scenario()));
  }

  /** The figures of one model, each with what is tolerated of it (docs/library-models.md). */
  private record Judged(VariantOutcome requests, VariantOutcome other, TrafficModel model) {

    private static final double SHARE = 0.01;
    private static final double BUSY = 0.85;

    List<Equivalence> figures() {
      boolean isFlow = model == TrafficModel.FLOW;
      List<Equivalence> figures = new ArrayList<>();
      relative("requests.offered", SHARE, figures);
      groups(".instance-hours").forEach(flat -> relative(flat, SHARE, figures));
      relative("cost.total", SHARE, figures);
      if (isFlow) {
        groups(".busy.mean").forEach(flat -> add(flat, SHARE, figures));
      } else {
        relative("requests.succeeded", SHARE, figures);
        relative("requests.attempts", SHARE, figures);
      }
      double unavailable = 1 - mean("availability.request");
      add("availability.request", isFlow ? Math.max(0.001, 0.15 * unavailable) : 0.0005, figures);
      double latency =
          groups(".busy.mean").stream().anyMatch(flat -> mean(flat) >= BUSY) ? 0.2 : 0.1;
      if (isFlow) {
        relative("latency.p50", latency, figures);
      }
      relative("latency.p99", isFlow ? latency : 0.05, figures);
      return figures;
    }

    private List<String> groups(String ending) {
      return requests.estimates().keySet().stream()
          .map(Metric::flat)
          .filter(flat -> flat.startsWith("groups.") && flat.endsWith(ending))
          .toList();
    }

    private double mean(String flat) {
      return requests.estimate(flat).map(each -> each.mean()).orElse(Double.NaN);
    }

    private void relative(String flat, double share, List<Equivalence> figures) {
      add(flat, share * Math.abs(mean(flat)), figures);
    }

    private void add(String flat, double tolerated, List<Equivalence> figures) {
      requests
          .estimate(flat)
          .map(each -> each.metric())
          .flatMap(metric ->
              Equivalence.of(metric, values(requests, metric), values(other, metric), tolerated))
          .ifPresent(figures::add);
    }

    private static double[] values(VariantOutcome variant, Metric metric) {
      return variant.replications().stream()
          .mapToDouble(each -> each.value(metric))
          .toArray();
    }
  }

  /** The model of this name held against requests; nothing where it refused the scenario. */
  public Optional<Model> model(TrafficModel wanted) {
    return models.stream().filter(each -> each.model() == wanted).findFirst();
  }
}
