/** Named, counter-based chance, and the distributions a scenario can ask for. */
@NullMarked
package headroom.random;

import org.jspecify.annotations.NullMarked;
