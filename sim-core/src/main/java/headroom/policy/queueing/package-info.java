/** One decision: who is served next, and who is not served at all. */
package headroom.policy.queueing;
