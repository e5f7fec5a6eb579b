/** Traffic as rates, with windows of requests where rates may be wrong. */
package headroom.fleet.hybrid;
