package headroom.scenarios.experiment;

import headroom.billing.Breakdown;
import headroom.billing.OpenHours;
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
 * @param control what the queue of a control variate measured, where one is asked for
 * @param splits its bill, split by one question after another
 * @param open what could still be reserved, where advice is asked for
 */
record Part(
    Replication replication,
    LatencySketch latency,
    List<SortedMap<Metric, Double>> others,
    Optional<Double> control,
    List<Breakdown> splits,
    Optional<OpenHours> open,
    Optional<Run> shown) {}
