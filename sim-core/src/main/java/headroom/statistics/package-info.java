/** Estimates from runs: intervals, quantiles, warm-up, comparisons. */
package headroom.statistics;
