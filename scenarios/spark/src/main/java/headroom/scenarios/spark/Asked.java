package headroom.scenarios.spark;

import headroom.spec.Scenario;
import java.util.concurrent.CompletableFuture;

/**
 * A replication that somebody waits for.
 *
 * @param scenario what is simulated
 * @param seed its seed
 * @param shown whether it records its timeline and events too
 * @param reply where the answer goes
 */
record Asked(Scenario scenario, long seed, boolean shown, CompletableFuture<Reply> reply) {}
