package headroom.reports.cli;

import headroom.results.Metric;
import headroom.scenarios.experiment.RunFunction;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What the commands work with.
 *
 * @param terminal where they speak
 * @param scenarios where scenarios come from
 * @param engine what runs a replication
 * @param checkingEngine the same, checking itself while it runs
 * @param estimator what makes estimates of the figures of replications
 */
record Program(
    Terminal terminal,
    ScenarioSource scenarios,
    RunFunction engine,
    RunFunction checkingEngine,
    Function<List<SortedMap<Metric, Double>>, SortedMap<Metric, Estimate>> estimator) {}
