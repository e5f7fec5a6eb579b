package headroom.results;

/**
 * A time in which an instance did not run, or was no more, and its volume was there: it is not
 * billed, and its volume is.
 *
 * @param what the instance's group, type, zone and system
 * @param fromNanos when it ran no more, in simulated time
 * @param toNanos when it was started again or its volume ended with it, or the end of the run
 */
public record StoppedTime(InstanceUsage.What what, long fromNanos, long toNanos) {}
