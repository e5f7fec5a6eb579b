/** Requests on their way: sources, patience, outcomes. */
package headroom.fleet.traffic;
