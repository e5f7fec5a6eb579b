/** Replications of a scenario into estimates and verdicts: what was asked, what came out. */
package headroom.scenarios.experiment;
