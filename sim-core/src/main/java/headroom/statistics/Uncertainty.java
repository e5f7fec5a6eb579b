package headroom.statistics;

import headroom.results.Metric;

/**
 * What a metric may come to when some inputs are not known: over samples of the inputs, and over
 * replications within each.
 *
 * @param metric what is measured
 * @param mean its mean over everything
 * @param p5 five in a hundred outcomes are below
 * @param p50 half are below
 * @param p95 five in a hundred are above
 * @param p95Low lower limit of {@code p95}
 * @param p95High upper limit of {@code p95}
 * @param ignorance the share of the variance that comes from not knowing the inputs; the rest is
 *     chance, which stays when all are known; NaN when nothing varies or each sample was run once
 */
public record Uncertainty(
    Metric metric,
    double mean,
    double p5,
    double p50,
    double p95,
    double p95Low,
    double p95High,
    double ignorance) {}
