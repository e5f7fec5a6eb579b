/** One decision: whether a caller may call at all, from how its last calls went. */
package headroom.policy.breaker;
