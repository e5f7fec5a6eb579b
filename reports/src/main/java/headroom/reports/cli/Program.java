package headroom.reports.cli;

import headroom.scenarios.experiment.RunFunction;

/**
 * What the commands work with.
 *
 * @param terminal where they speak
 * @param scenarios where scenarios come from
 * @param engine what runs a replication
 * @param checkingEngine the same, checking itself while it runs
 */
record Program(
    Terminal terminal, ScenarioSource scenarios, RunFunction engine, RunFunction checkingEngine) {}
