package headroom.architecture.planted.calls;

import java.time.ZoneId;

/** Does what the ban of this name forbids. */
final class DefaultTimeZone {

  ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
