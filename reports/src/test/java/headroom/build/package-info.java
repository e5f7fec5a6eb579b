/** Tests of what stands around the program: the launcher and the strict profile. */
@NullMarked
package headroom.build;

import org.jspecify.annotations.NullMarked;
