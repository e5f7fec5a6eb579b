/** What breaks, when, for how long, and what it takes with it. */
package headroom.fault;
