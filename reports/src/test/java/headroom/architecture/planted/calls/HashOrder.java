package headroom.architecture.planted.calls;

import java.util.Map;

/** Does what the ban of this name forbids. */
final class HashOrder {

  Map<String, String> copy(Map<String, String> ordered) {
    return Map.copyOf(ordered);
  }
}
