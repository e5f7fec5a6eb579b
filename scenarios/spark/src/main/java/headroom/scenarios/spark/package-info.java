/** Replications on an Apache Spark cluster: the one door to Spark. */
package headroom.scenarios.spark;
