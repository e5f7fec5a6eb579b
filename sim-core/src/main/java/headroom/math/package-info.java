/** Elementary functions with the same bits everywhere, laws of statistics, inversion tables, exact sums. */
package headroom.math;
