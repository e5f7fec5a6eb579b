/** How many instances a group should have. */
package headroom.policy.scaling;
