package headroom;

import headroom.fleet.Figures;
import headroom.fleet.Fleet;
import headroom.fleet.PossibleFigures;
import headroom.fleet.flow.FlowLimits;
import headroom.fleet.hybrid.RequestParts;
import headroom.kernel.Simulation;
import headroom.kernel.SimulationFailure;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Chance;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.RunRecorder;
import headroom.results.Showing;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.Scenario;
import headroom.spec.Slo;
import headroom.spec.TrafficModel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The front door: a scenario and a seed go in, what was measured comes out. */
public final class Engine {

  private Engine() {}

  /** What of a scenario the traffic model it asks for cannot carry out. */
  public static List<Problem> problems(Scenario scenario) {
    return switch (scenario.trafficModel()) {
      case REQUESTS, HYBRID -> List.of();
      case FLOW -> FlowLimits.problems(scenario);
    };
  }

  /** What whoever asks for a traffic model should know of how it will be carried out. */
  public static List<Problem> notes(Scenario scenario) {
    return scenario.trafficModel() == TrafficModel.HYBRID
        ? RequestParts.of(scenario).notes()
        : List.of();
  }

  /**
   * Runs a scenario. The same scenario and seed give the same run, byte for byte.
   *
   * @throws headroom.problem.InvalidInputException when there are {@link #problems}
   */
  public static Run run(Scenario scenario, long seed) {
    return run(scenario, seed, Optional.empty(), false);
  }

  /** Runs a scenario and records its timeline and event log as well. */
  public static Run show(Scenario scenario, long seed) {
    return run(scenario, seed, Optional.of(new Showing(scenario.window())), false);
  }

  /** Runs a scenario, re-deriving every cached quantity each simulated minute. */
  public static Run check(Scenario scenario, long seed) {
    return run(scenario, seed, Optional.of(new Showing(scenario.window())), true);
  }

  private static Run run(
      Scenario scenario, long seed, Optional<Showing> showing, boolean checking) {
    Problems.throwIfAny(problems(scenario));
    Window window = scenario.window();
    if (scenario.trafficModel() != TrafficModel.REQUESTS) {
      return FlowRun.of(scenario, seed, showing, checking);
    }
    RunRecorder recorder = recorder(scenario, window, showing);
    try (Simulation simulation = Simulation.create(scenario.name())) {
      Chance chance = new Chance(seed, scenario.mirrored());
      Fleet fleet = Fleet.build(scenario, simulation, chance, recorder);
      if (checking) {
        fleet.checkWhileRunning();
      }
      fleet.start();
      simulation.runUntil(window.toNanos());
      fleet.check(window.toNanos());
      return finish(scenario, seed, fleet, recorder);
    } catch (SimulationFailure failure) {
      throw new RunFailure(scenario.name(), seed, failure);
    }
  }

  static RunRecorder recorder(Scenario scenario, Window window, Optional<Showing> showing) {
    Slo slo = scenario.slo();
    long slow = slo.latencyP99().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    return new RunRecorder(window, slo.availability(), slow, PossibleFigures.of(scenario), showing);
  }

  private static Run finish(Scenario scenario, long seed, Fleet fleet, RunRecorder recorder) {
    Window window = scenario.window();
    Usage usage = fleet.usage();
    SortedMap<Metric, Double> metrics = new TreeMap<>();
    recorder.report(metrics);
    Figures.report(fleet, usage.instances(), window, metrics);
    return new Run(
        scenario.name(),
        seed,
        window,
        Collections.unmodifiableSortedMap(metrics),
        recorder.latency(),
        usage,
        recorder.timeline(),
        recorder.events(),
        recorder.slowRequests(),
        recorder.metastable(),
        fleet.logWeight().orElse(0));
  }
}
