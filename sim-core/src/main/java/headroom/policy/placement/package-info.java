/** One decision: where the next instance goes. */
package headroom.policy.placement;
