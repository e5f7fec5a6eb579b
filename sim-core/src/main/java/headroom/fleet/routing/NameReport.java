package headroom.fleet.routing;

import headroom.spec.DnsName;

/**
 * What has been counted of one name in the counted time.
 *
 * @param rule the name
 * @param queries queries that its servers answered
 * @param hourlyQueries the same by the hour of the run
 * @param stale requests that went to an address where nobody answers
 * @param strangers those of them that came to whoever has the address now
 */
public record NameReport(
    DnsName rule, double queries, double[] hourlyQueries, double stale, double strangers) {}
