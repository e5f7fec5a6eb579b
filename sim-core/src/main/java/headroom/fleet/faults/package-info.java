/** Failures that strike the fleet. */
package headroom.fleet.faults;
