package headroom.scenarios.text;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A decimal with the unit written behind it: the step between text and every typed quantity. */
record Quantity(BigDecimal value, String unit) {

  // Ten-to-the-millionth is a short text and a huge number: exponents have two digits at most.
  private static final Pattern FORM = Pattern.compile(
      "([-+]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,2})?) ?(.*)");

  private static final Pattern BEYOND = Pattern.compile("[-+]?[0-9.]{1,60}[eE][-+]?[0-9]{3,}.*");

  /** What an amount that is not negative looks like: a part of a regular expression. */
  static final String NUMBER =
      "\\+?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][-+]?[0-9]{1,2})?";

  /** Reads a number and what follows it; {@code kind} and {@code example} are for the message. */
  static Quantity parse(String text, String kind, String example) {
    if (BEYOND.matcher(text.strip()).matches()) {
      throw wrong(
          "must be " + kind + " with an exponent of at most two digits, was " + Shown.quoted(text),
          "for example " + example);
    }
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong("must be " + kind + ", was " + Shown.quoted(text), "for example " + example);
    }
    return new Quantity(new BigDecimal(matcher.group(1)), matcher.group(2).strip());
  }

  /** Requires a unit at all: a bare number is answered with the units. */
  Quantity requireUnit(String text, String kind, String units, String example) {
    if (unit.isEmpty()) {
      throw wrong(
          Shown.quoted(text) + " has no unit",
          kind + " needs " + units + ", for example " + example);
    }
    return this;
  }

  static InvalidInputException wrong(String what, String cure) {
    return new InvalidInputException(List.of(new Problem("", what, cure)));
  }

  Quantity requireNotNegative(String text) {
    if (value.signum() < 0) {
      throw wrong("must be 0 or more, was " + Shown.quoted(text), "");
    }
    return this;
  }
}
