/** Holds the tree against the tables of docs/architecture.md. */
@NullMarked
package headroom.architecture;

import org.jspecify.annotations.NullMarked;
