package headroom.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.problem.InvalidInputException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  @ParameterizedTest(name = "{0} is {1} ns")
  @CsvSource({
    "250ms, 250000000",
    "5m, 300000000000",
    "1d6h, 108000000000000",
    "1.5h, 5400000000000",
    "1h 30m, 5400000000000",
    "0s, 0",
    "0.1s, 100000000",
    "1w, 604800000000000",
    "3us, 3000",
    "7ns, 7",
    ".5s, 500000000",
    "10 ms, 10000000"
  })
  void aDurationIsExact(String text, long nanos) {
    assertEquals(Duration.ofNanos(nanos), Durations.parse(text));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | '5' has no unit; a duration needs one of ms, s, m, h, d, for example 5s",
        "0 | '0' has no unit; a duration needs one of ms, s, m, h, d, for example 0s",
        "5min | unknown unit 'min'; did you mean 'm'?",
        "30sec | unknown unit 'sec'; did you mean 's'?",
        "2hours | unknown unit 'hours'; did you mean 'h'?",
        "5M | unknown unit 'M'; did you mean 'm'?",
        "5y | unknown unit 'y'; known: w, d, h, m, s, ms, us, ns",
        "5parsecs | unknown unit 'parsecs'; known: w, d, h, m, s, ms, us, ns",
        "-5m | must be 0s or more, was '-5m'",
        "6h1d | '6h1d' is not a duration; write larger units first, for example 1d6h",
        "soon | must be a duration, was 'soon'; for example 250ms, 5m or 1d6h",
        "300 mn | unknown unit 'mn'; did you mean 'm'?",
        "300000d | '300000d' is too long; the longest duration is 292 years",
        "0.5ns | '0.5ns' is no whole number of nanoseconds; 1ns is the finest step"
      })
  void aWrongDurationSaysWhatWouldWork(String text, String message) {
    assertMessage(message, text, Durations::parse);
  }

  @ParameterizedTest(name = "{0} is {1} a second")
  @CsvSource({"12/s, 12", "30/m, 0.5", "1.5 /h, 0.0004166666666666667", "86400/d, 1", "0/s, 0"})
  void aRateIsPerSecond(String text, double perSecond) {
    assertEquals(perSecond, Rates.parse(text));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "40 | '40' has no unit; a rate needs one of /s, /m, /h, /d, for example 40/s",
        "40/min | unknown unit '/min'; did you mean '/m'?",
        "40s | unknown unit 's'; did you mean '/s'?",
        "40 rps | unknown unit 'rps'; did you mean '/s'?",
        "-1/s | must be 0 or more, was '-1/s'",
        "1e300/s | must be a rate with an exponent of at most two digits, was '1e300/s';"
            + " for example 12/s",
        "fast | must be a rate, was 'fast'; for example 12/s"
      })
  void aWrongRateSaysWhatWouldWork(String text, String message) {
    assertMessage(message, text, Rates::parse);
  }

  @ParameterizedTest(name = "{0} is {1} bytes")
  @CsvSource({"2 kB, 2000", "7.5 GiB, 8053063680", "512B, 512", "1 MiB, 1048576", "0 B, 0"})
  void dataIsCountedInBytes(String text, long bytes) {
    assertEquals(bytes, Bytes.parse(text));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 KB | unknown unit 'KB'; did you mean 'kB'?",
        "2 gb | unknown unit 'gb'; did you mean 'GB'?",
        "2 G | unknown unit 'G'; did you mean 'GB'?",
        "2000 | '2000' has no unit; an amount of data needs one of B, kB, MB, GB, TB, KiB, MiB,"
            + " GiB, TiB, for example 2000 kB",
        "0.5 B | '0.5 B' is no whole number of bytes",
        "9e9 PB | '9e9 PB' is too large; the most are 9000 PB"
      })
  void wrongDataSaysWhatWouldWork(String text, String message) {
    assertMessage(message, text, Bytes::parse);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"55%, 0.55", "99.95 %, 0.9995", "0%, 0", "120%, 1.2", "0.1%, 0.001"})
  void aPercentageIsARatio(String text, double ratio) {
    assertEquals(ratio, Percents.parse(text));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0.55 | '0.55' has no unit; write a percentage, for example 55%",
        "55 | '55' has no unit; write a percentage, for example 55%",
        "55pc | unknown unit 'pc'; did you mean '%'?",
        "half | must be a percentage, was 'half'; for example 55%"
      })
  void aWrongPercentageSaysWhatWouldWork(String text, String message) {
    assertMessage(message, text, Percents::parse);
  }

  @Test
  void moneyIsExact() {
    assertEquals(new BigDecimal("400"), Money.parse("400 USD"));
    assertEquals(new BigDecimal("0.10"), Money.parsePerHour("0.10 USD/h"));
    assertMessage("unknown unit '$'; write 400 USD", "$400", Money::parse);
    assertMessage("unknown unit 'EUR'; did you mean 'USD'?", "400 EUR", Money::parse);
    assertMessage(
        "'400' has no unit; an amount of money needs USD, for example 400 USD",
        "400",
        Money::parse);
    assertEquals("0.1 USD/h", Money.textPerHour(new BigDecimal("0.10")));
  }

  @Test
  void countsHaveNoUnit() {
    assertEquals(3, Counts.parseInt("3"));
    assertEquals(1000, Counts.parseInt("1e3"));
    assertEquals(-1, Counts.parseInt("-1"));
    assertEquals(1.5, Counts.parseNumber("1.5"));
    assertMessage("must be a whole number, was '4.7'", "4.7", Counts::parseInt);
    assertMessage(
        "must be a whole number without a unit, was '1,000'; for example 1",
        "1,000",
        Counts::parseInt);
    assertMessage("must be a whole number, was 'many'; for example 3", "many", Counts::parseInt);
    assertMessage(
        "'3000000000' is too large; the most are 2147483647", "3000000000", Counts::parseInt);
    assertMessage("'1e99' is too large", "1e99", Counts::parseWhole);
  }

  @Test
  void anExponentCannotExhaustMemory() {
    assertMessage(
        "must be a whole number with an exponent of at most two digits, was '1e999999999';"
            + " for example 3",
        "1e999999999",
        Counts::parseWhole);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-11-27T00:00:00Z, 2026-11-27T00:00:00Z",
    "2026-11-27T02:00:00+02:00, 2026-11-27T00:00:00Z",
    "2014-04-10 00:04:00, 2014-04-10T00:04:00Z",
    "2014-04-10 00:04, 2014-04-10T00:04:00Z",
    "2014-04-10, 2014-04-10T00:00:00Z",
    "2019-01-04T14:41:12-0500, 2019-01-04T19:41:12Z",
    "2014-04-10 00:04:00 +01:00, 2014-04-09T23:04:00Z"
  })
  void aTimeWithoutAZoneIsInUtc(String text, String instant) {
    assertEquals(Instant.parse(instant), Instants.parse(text));
  }

  @Test
  void aWrongTimeSaysWhatWouldWork() {
    assertMessage(
        "must be a date and time, was 'tomorrow'; for example 2026-11-27T00:00:00Z",
        "tomorrow",
        Instants::parse);
    assertThrows(InvalidInputException.class, () -> Instants.parse("2026-13-27"));
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "PT30H, 1d6h",
    "PT90S, 1m30s",
    "PT300S, 5m",
    "PT0.25S, 250ms",
    "PT1.5S, 1.5s",
    "PT0S, 0s",
    "PT0.0000015S, 1.5us",
    "PT336H, 14d"
  })
  void aDurationIsWrittenShort(Duration duration, String text) {
    assertEquals(text, Durations.text(duration));
  }

  @Test
  void otherQuantitiesAreWrittenShort() {
    assertEquals("0.5/s", Rates.text(0.5));
    assertEquals("100/h", Rates.text(100.0 / 3600));
    assertEquals("12/s", Rates.text(12));
    assertEquals("2 kB", Bytes.text(2000));
    assertEquals("7.5 GiB", Bytes.text(8_053_063_680L));
    assertEquals("0 B", Bytes.text(0));
    assertEquals("55%", Percents.text(0.55));
    assertEquals("99.95%", Percents.text(0.9995));
  }

  @Test
  void whatIsWrittenReadsBackAsTheSame() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long whole = random.nextLong() >>> (1 + random.nextInt(62));
      double ratio = random.nextBoolean() ? random.nextDouble() : random.nextInt(1000) / 1000.0;
      double rate = random.nextInt(100_000) / (random.nextBoolean() ? 3600.0 : 86_400.0);
      assertEquals(
          whole, Durations.parse(Durations.text(Duration.ofNanos(whole))).toNanos());
      assertEquals(whole, Bytes.parse(Bytes.text(whole)));
      assertEquals(ratio, Percents.parse(Percents.text(ratio)));
      assertEquals(rate, Rates.parse(Rates.text(rate)));
    }
  }

  private static void assertMessage(String message, String text, Consumer<String> parser) {
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> parser.accept(text));
    assertEquals(message, thrown.problems().get(0).message());
  }
}
