/** One decision: whether and when a failed attempt is made again. */
package headroom.policy.retry;
