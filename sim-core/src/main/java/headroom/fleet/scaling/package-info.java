/** Groups kept at their wanted size: launches, replacements, policies, schedules. */
package headroom.fleet.scaling;
