/** A page of this machine alone, on which a scenario is changed and its answer watched. */
package headroom.reports.live;
