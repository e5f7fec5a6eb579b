package headroom.architecture.planted.library;

import com.tngtech.archunit.core.domain.JavaClass;
import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** Imports a library with a door elsewhere, one without a door, and one that is open to all. */
public final class ImportsLibraries {

  public @Nullable Color color() {
    return null;
  }

  public int length(JavaClass type) {
    return type.getName().length();
  }
}
