/** One decision: whether there is room for one more, at the caller or at the server. */
package headroom.policy.limit;
