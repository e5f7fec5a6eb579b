package headroom.fault;

/**
 * All zones lose their instances at one moment and take no launches until they are back.
 *
 * @param name the cause in the results
 * @param timing when nothing runs or can be launched
 */
public record RegionFailure(String name, Timing timing) implements TimedFailure {}
