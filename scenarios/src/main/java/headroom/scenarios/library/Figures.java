package headroom.scenarios.library;

import headroom.billing.PerBytes;
import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Shown;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What the texts of a price book mean. */
final class Figures {

  private Figures() {}

  /** A price of data: "0.17 USD/GiB". */
  static PerBytes perBytes(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw wrong("must be a price of data, was " + Shown.quoted(text), "for example 0.17 USD/GiB");
    }
    String unit = text.substring(slash + 1).strip();
    return new PerBytes(Money.parse(text.substring(0, slash)), unit, Bytes.parse("1 " + unit));
  }

  /** Memory, in GiB: "7.5 GiB", which need not be a whole number of bytes. */
  static double gibibytes(String text) {
    String number = text.strip();
    if (!number.endsWith("GiB")) {
      throw wrong("must be memory in GiB, was " + Shown.quoted(text), "for example 7.5 GiB");
    }
    return number(number.substring(0, number.length() - "GiB".length()));
  }

  static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw wrong("must be a number, was " + Shown.quoted(text), "");
    }
  }

  static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw wrong("must be a whole number, was " + Shown.quoted(text), "");
    }
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw wrong("must be a date, was " + Shown.quoted(text), "for example 2026-07-20");
    }
  }

  static InvalidInputException wrong(String what, String cure) {
    return new InvalidInputException(List.of(new Problem("", what, cure)));
  }
}
