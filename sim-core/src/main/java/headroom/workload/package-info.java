/** When requests arrive and what they ask. */
package headroom.workload;
