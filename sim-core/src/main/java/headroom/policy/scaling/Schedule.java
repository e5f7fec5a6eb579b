package headroom.policy.scaling;

import java.time.Instant;
import java.util.Optional;

/** Moments of the calendar. */
public interface Schedule {

  /** The first moment at a time or later; empty when there is none. */
  Optional<Instant> next(Instant from);

  /** The schedule in words, as the activity history names it. */
  String words();
}
