/** Alarms over the fleet's metrics. */
package headroom.fleet.alarms;
