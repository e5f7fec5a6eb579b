/** Scenario files as trials: a scenario and an experiment, or every problem at once. */
package headroom.scenarios.yaml;
