package headroom.scenarios.experiment;

import headroom.results.LatencySketch;
import headroom.results.Metric;
import headroom.results.Run;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One replication reduced to what is kept of it; the whole run only of the shown one.
 *
 * @param others figures of cost under each of the other price books
 */
record Part(
    Replication replication,
    LatencySketch latency,
    List<SortedMap<Metric, Double>> others,
    Optional<Run> shown) {}
