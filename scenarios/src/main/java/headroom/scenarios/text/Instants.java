package headroom.scenarios.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Calendar times as people and traces write them: {@code 2026-11-27T00:00:00Z}, with a space for
 * the T, with an offset, without a zone (then UTC), a date alone.
 */
public final class Instants {

  private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
      .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
      .appendPattern("[XXX][XX][X]")
      .toFormatter(Locale.ROOT);

  private Instants() {}

  /**
   * Reads a time.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static Instant parse(String text) {
    return read(text)
        .orElseThrow(() -> Quantity.wrong(
            "must be a date and time, was " + Shown.quoted(text),
            "for example 2026-11-27T00:00:00Z"));
  }

  /** The time that a text says, if it says one. */
  static Optional<Instant> read(String text) {
    String iso = text.strip().replaceFirst("^([0-9-]{10})[ t]+", "$1T").replaceFirst(" +", "");
    try {
      if (iso.length() <= 10) {
        return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      boolean zoned = iso.matches(".*T.*([Zz]|[+-][0-9:]+)");
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(iso.replace('z', 'Z'), OFFSET).toInstant()
              : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public static String text(Instant instant) {
    return instant.toString();
  }
}
