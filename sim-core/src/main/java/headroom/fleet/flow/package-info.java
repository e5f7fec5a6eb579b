/** Traffic as rates: what stations, doors and clients do, step by step instead of one by one. */
package headroom.fleet.flow;
