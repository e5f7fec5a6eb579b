package headroom.architecture.planted.calls;

import java.util.HashMap;

/** Does what the ban of this name forbids. */
@SuppressWarnings("NonApiType")
final class HashIteration {

  Iterable<String> keys(HashMap<String, String> map) {
    return map.keySet();
  }
}
