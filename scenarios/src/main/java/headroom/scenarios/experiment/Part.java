package headroom.scenarios.experiment;

import headroom.results.LatencySketch;
import headroom.results.Run;
import java.util.Optional;

/** One replication reduced to what is kept of it; the whole run only of the shown one. */
record Part(Replication replication, LatencySketch latency, Optional<Run> shown) {}
