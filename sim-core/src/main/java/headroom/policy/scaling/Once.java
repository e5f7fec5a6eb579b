package headroom.policy.scaling;

import java.time.Instant;
import java.util.Optional;

/** One moment of the calendar. */
public record Once(Instant at) implements Schedule {

  @Override
  public Optional<Instant> next(Instant from) {
    return Optional.of(at).filter(moment -> !moment.isBefore(from));
  }

  @Override
  public String words() {
    return "at " + at;
  }
}
