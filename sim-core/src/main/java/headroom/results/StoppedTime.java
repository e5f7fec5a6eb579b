package headroom.results;

/**
 * A time in which an instance was stopped: it is not billed, and what it keeps is.
 *
 * @param what the instance's group, type, zone and system
 * @param fromNanos when it stopped, in simulated time
 * @param toNanos when it was started again or ended, or the end of the run
 */
public record StoppedTime(InstanceUsage.What what, long fromNanos, long toNanos) {}
