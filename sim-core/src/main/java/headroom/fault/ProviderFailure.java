package headroom.fault;

/**
 * All regions of a provider lose their instances at one moment and take no launches until they are
 * back.
 *
 * @param name the cause in the results
 * @param provider whose regions
 * @param balancerNodes true when the balancers' own nodes there go with it; else they answer on
 * @param timing when nothing runs or can be launched
 */
public record ProviderFailure(String name, String provider, boolean balancerNodes, Timing timing)
    implements TimedFailure {}
