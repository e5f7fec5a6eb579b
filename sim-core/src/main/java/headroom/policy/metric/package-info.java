/** What of a group can be watched, over which period and by which statistic. */
package headroom.policy.metric;
