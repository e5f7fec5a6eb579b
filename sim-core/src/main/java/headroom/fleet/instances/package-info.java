/** Instances from launch to end, and the groups that hold them. */
package headroom.fleet.instances;
