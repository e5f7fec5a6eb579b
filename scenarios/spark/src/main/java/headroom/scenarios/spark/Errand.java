package headroom.scenarios.spark;

import headroom.spec.Scenario;

/**
 * One replication that an executor is to run.
 *
 * @param scenario what is simulated
 * @param seed its seed
 * @param shown whether it records its timeline and events too
 */
record Errand(Scenario scenario, long seed, boolean shown) {}
