package headroom.scenarios.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The meaning of a time in a trace, as nanoseconds since 1970 in UTC: a calendar time (see {@link
 * Instants}) or a number of seconds.
 */
final class TimeColumn {

  private static final long NANOS = 1_000_000_000L;

  private TimeColumn() {}

  static Optional<Long> nanos(String text) {
    String bare = text.strip();
    if (bare.matches("-?[0-9]{1,11}(\\.[0-9]{1,30})?")) {
      return inRange(new BigDecimal(bare).multiply(BigDecimal.valueOf(NANOS)));
    }
    return Instants.read(bare).flatMap(TimeColumn::nanos);
  }

  private static Optional<Long> nanos(Instant instant) {
    return inRange(BigDecimal.valueOf(instant.getEpochSecond())
        .multiply(BigDecimal.valueOf(NANOS))
        .add(BigDecimal.valueOf(instant.getNano())));
  }

  private static Optional<Long> inRange(BigDecimal nanos) {
    boolean fits = nanos.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return fits ? Optional.of(nanos.longValue()) : Optional.empty();
  }
}
