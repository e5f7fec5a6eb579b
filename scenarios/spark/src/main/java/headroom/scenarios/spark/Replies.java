package headroom.scenarios.spark;

import java.util.List;

/**
 * What an executor sends back.
 *
 * @param nanos how long it took, in nanoseconds by its clock
 * @param list a reply to each errand, in their order
 */
record Replies(long nanos, List<Reply> list) {}
