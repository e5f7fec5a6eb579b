/** What the fleet's monitoring sees, minute by minute. */
package headroom.fleet.metrics;
