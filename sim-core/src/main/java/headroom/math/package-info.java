/** Elementary functions with the same bits everywhere, laws of statistics, inversion tables, exact sums. */
@NullMarked
package headroom.math;

import org.jspecify.annotations.NullMarked;
