package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest(name = "{0} {1} reads {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER|0|0",
        "NUMBER|7|7",
        "NUMBER|0.01234|0.0123",
        "NUMBER|12.345|12.3",
        "NUMBER|1234567.8|1,234,568",
        "MONEY|530.8|531 USD",
        "MONEY|51.6|51.60 USD",
        "MONEY|0.0975|0.0975 USD",
        "MONEY|0.41|0.41 USD",
        "MONEY|0.3972|0.40 USD",
        "SHARE|0.5|50 %",
        "SHARE|0.99948|99.948 %",
        "SHARE|0.9995|99.95 %",
        "SHARE|1|100 %",
        "SHARE|0.012|1.2 %",
        "SHARE|0.000002|0.0002 %",
        "SHARE|1.61e-150|less than 0.0001 %",
        "DURATION|6.19e-11|less than 0.001 µs",
        "DURATION|0|0 s",
        "DURATION|0.000081|81 µs",
        "DURATION|0.312|312 ms",
        "DURATION|1.5|1.5 s",
        "DURATION|2700|45 min",
        "DURATION|86400|24 h",
        "RATE|12.5|12.5 /s",
        "HOURS|402.15|402 h",
      })
  void oneValue(Form form, double value, String wanted) {
    assertEquals(wanted, Numbers.said(form, value).replace('\u00A0', ' '));
  }

  @ParameterizedTest(name = "an uncertainty of {0} shows {1} decimals")
  @CsvSource({
    "0.827, 1",
    "0.119, 2",
    "0.354, 2",
    "0.356, 1",
    "0.94, 1",
    "0.96, 1",
    "9.6, 0",
    "12, 0",
    "400, 0"
  })
  void decimalsFollowTheRuleOfTheParticleDataGroup(double uncertainty, int decimals) {
    assertEquals(decimals, Numbers.decimalsFor(uncertainty));
  }

  @ParameterizedTest(name = "{0} is no more than {1}")
  @CsvSource({"0, 0", "0.1231, 0.13", "3.61, 3.7", "36.1, 37", "361.0, 370", "1201, '1,300'"})
  void anUpperLimitIsRoundedUp(double value, String wanted) {
    assertEquals(wanted, Numbers.noMoreThan(value));
  }

  @Test
  void aRangeOfOneReadingIsOneNumber() {
    assertEquals("72 to 77 %", Numbers.range(Form.SHARE, 0.722, 0.774).replace('\u00A0', ' '));
    assertEquals("100 %", Numbers.range(Form.SHARE, 1, 1).replace('\u00A0', ' '));
  }

  @Test
  void theDefaultLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("1,234.50", Numbers.fixed(1234.5, 2));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void noNegativeZero() {
    assertEquals("0.0", Numbers.fixed(-0.04, 1));
    assertEquals("-0.1", Numbers.fixed(-0.06, 1));
  }
}
