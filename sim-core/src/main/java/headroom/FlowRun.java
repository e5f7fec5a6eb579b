package headroom;

import headroom.fleet.Figures;
import headroom.fleet.Fleet;
import headroom.fleet.PossibleFigures;
import headroom.fleet.hybrid.WindowRule;
import headroom.kernel.Simulation;
import headroom.kernel.SimulationFailure;
import headroom.random.Chance;
import headroom.results.FlowRecorder;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.RunRecorder;
import headroom.results.Showing;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.Scenario;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run whose traffic is rates, or rates and requests by turns; all else is as in every run. */
final class FlowRun {

  private FlowRun() {}

  static Run of(Scenario scenario, long seed, Optional<Showing> showing, boolean checking) {
    return of(scenario, seed, showing, checking, WindowRule.BY_DOUBT);
  }

  static Run of(
      Scenario scenario,
      long seed,
      Optional<Showing> showing,
      boolean checking,
      WindowRule windows) {
    Window window = scenario.window();
    RunRecorder recorder = Engine.recorder(scenario, window, showing);
    FlowRecorder rates = rates(scenario, showing, recorder);
    try (Simulation simulation = Simulation.create(scenario.name())) {
      Chance chance = new Chance(seed, scenario.mirrored());
      Fleet fleet = Fleet.build(scenario, simulation, chance, recorder, rates, windows);
      if (checking) {
        fleet.checkWhileRunning();
      }
      fleet.start();
      simulation.runUntil(window.toNanos());
      Usage usage = fleet.usage();
      fleet.check(window.toNanos());
      return run(scenario, seed, fleet, recorder, rates, usage);
    } catch (SimulationFailure failure) {
      throw new RunFailure(scenario.name(), seed, failure);
    }
  }

  private static FlowRecorder rates(Scenario scenario, Optional<Showing> showing, RunRecorder log) {
    long slow = scenario.slo().latencyP99().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    return new FlowRecorder(
        scenario.window(),
        scenario.slo().availability(),
        slow,
        PossibleFigures.of(scenario),
        showing,
        log);
  }

  private static Run run(
      Scenario scenario,
      long seed,
      Fleet fleet,
      RunRecorder recorder,
      FlowRecorder rates,
      Usage usage) {
    SortedMap<Metric, Double> metrics = new TreeMap<>();
    rates.report(metrics);
    Figures.report(fleet, usage.instances(), scenario.window(), metrics);
    return new Run(
        scenario.name(),
        seed,
        scenario.window(),
        Collections.unmodifiableSortedMap(metrics),
        rates.latency(),
        usage,
        rates.timeline(),
        recorder.events(),
        Optional.empty(),
        rates.metastable(),
        fleet.logWeight().orElse(0));
  }
}
