package headroom.scenarios.experiment;

import headroom.results.Metric;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of one replication.
 *
 * @param number its number, from 1
 * @param seed its seed, see {@link ReplicationSeed}
 * @param figures every figure of the run and of its bill
 */
public record Replication(int number, long seed, SortedMap<Metric, Double> figures) {

  public Replication {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }
}
