/** What instances in service do for requests: workers, queues, and who is told. */
package headroom.fleet.targets;
