/** When a metric is in alarm. */
package headroom.policy.alarm;
