package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Counts;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Instants;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.Rates;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Readers of single values. */
final class Scalars {

  private static final Duration MOMENT = Duration.ofNanos(1);
  private static final Duration AGE = Duration.ofDays(36_500);

  static final Reader<Duration> DURATION =
      scalar("a duration such as 5m", Durations::parse, Durations::text, MOMENT, AGE);

  /** A duration in seconds, as distributions want it. */
  static final Reader<Double> SECONDS = DURATION.map(duration -> duration.toNanos() / 1e9);

  static final Reader<Long> NANOS = DURATION.map(Duration::toNanos);

  static final Reader<Double> RATE =
      scalar("a rate such as 12/s", Rates::parse, Rates::text, 1e-9, 1e9);

  static final Reader<Long> BYTES =
      scalar("an amount of data such as 2 kB", Bytes::parse, Bytes::text, 1L, 1L << 40);

  static final Reader<Double> PERCENT =
      scalar("a percentage such as 55%", Percents::parse, Percents::text, 1e-6, 1.0);

  static final Reader<Integer> WHOLE =
      scalar("a whole number", Counts::parseInt, String::valueOf, 1, 1_000_000);

  static final Reader<Long> LONG =
      scalar("a whole number", Counts::parseWhole, String::valueOf, 1L, 1_000_000L);

  static final Reader<Double> NUMBER =
      scalar("a number", Counts::parseNumber, Numbers::text, 1e-6, 1e6);

  static final Reader<Instant> INSTANT = scalar(
      "a time such as 2026-11-27T00:00:00Z",
      Instants::parse,
      Instants::text,
      Instant.EPOCH,
      Instant.EPOCH.plus(AGE));

  static final Reader<Boolean> BOOLEAN =
      scalar("true or false", Scalars::parseBoolean, String::valueOf, false, true);

  /** Text of any kind. */
  static final Reader<String> TEXT =
      Reader.withStandIns(text("text", text -> text), "one", "other");

  /** The name of a part: what may stand in a metric's name, a path and a file name. */
  static final Reader<String> NAME =
      Reader.withStandIns(text("a name", Scalars::parseName), "one", "other");

  /** An exact amount in US dollars. */
  static final Reader<BigDecimal> MONEY = scalar(
      "an amount of money such as 12 USD",
      text -> plain(Money.parse(text)),
      Money::text,
      BigDecimal.ZERO,
      new BigDecimal(1_000_000));

  /** An exact price by the hour, in US dollars. */
  static final Reader<BigDecimal> MONEY_PER_HOUR = scalar(
      "a price by the hour such as 0.10 USD/h",
      text -> plain(Money.parsePerHour(text)),
      Money::textPerHour,
      BigDecimal.ZERO,
      new BigDecimal(1_000_000));

  /** An amount in US dollars. */
  static final Reader<Double> DOLLARS = scalar(
          "an amount of money such as 12 USD",
          Money::parse,
          Money::text,
          BigDecimal.ZERO,
          new BigDecimal(1_000_000))
      .map(BigDecimal::doubleValue);

  static final String NONE = "none";

  private Scalars() {}

  /** One of a few words; later ones are known but not there yet. */
  static <T> Reader<T> word(String what, Map<String, T> words, String... later) {
    Reader<T> reader = text(what, text -> {
      T value = words.get(text);
      if (value != null) {
        return value;
      }
      for (String word : later) {
        if (word.equals(text)) {
          throw wrong(Shown.quoted(text) + " is not in this version", listed(words));
        }
      }
      throw wrong("unknown " + what + " " + Shown.quoted(text), Shown.cure(text, words.keySet()));
    });
    List<T> values = List.copyOf(words.values());
    Reader<T> surveyed = node -> {
      node.session().survey.words(node.path(), words.keySet());
      return reader.read(node);
    };
    return Reader.withStandIns(surveyed, values.get(0), values.get(values.size() - 1));
  }

  /** A word instead of what is usually written there: {@code never}. */
  static <T> Reader<Optional<T>> orWord(Reader<T> reader, String word) {
    Reader<Optional<T>> other = reader.map(Optional::of);
    Reader<Optional<T>> either =
        node -> node.tree() instanceof Tree.Scalar scalar && scalar.text().equals(word)
            ? Read.of(Optional.empty(), Tree.of(word))
            : other.read(node);
    return Reader.withStandIns(either, other.standIns());
  }

  /** Something that need not be there, which a word says. */
  static <T> Reader<Optional<T>> orNone(Reader<T> reader) {
    return orWord(reader, NONE);
  }

  /** Equal amounts are the same value, however many zeros were written. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static String checkedName(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}")) {
      throw wrong(
          "a name has letters, digits, '-' and '_' (60 at most), was " + Shown.quoted(text), "");
    }
    return text;
  }

  private static String parseName(String text) {
    return checkedName(text);
  }

  private static boolean parseBoolean(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong("must be true or false, was " + Shown.quoted(text), "");
    }
    return text.equals("true");
  }

  private static String listed(Map<String, ?> words) {
    return "known: " + String.join(", ", words.keySet());
  }

  private static InvalidInputException wrong(String what, String cure) {
    return new InvalidInputException(List.of(new headroom.problem.Problem("", what, cure)));
  }

  /** A scalar of a kind, read and written by functions; two values to stand for a rejected one. */
  static <T> Reader<T> scalar(
      String kind, Function<String, T> parse, Function<T, String> text, T small, T large) {
    Reader<T> reader = node -> read(node, kind, parse, value -> Tree.of(text.apply(value)));
    return Reader.withStandIns(reader, small, large);
  }

  /** What is text stays text in the full scenario, even where it looks like a number. */
  private static <T> Reader<T> text(String kind, Function<String, T> parse) {
    return node -> {
      String text = node.tree() instanceof Tree.Scalar scalar ? scalar.text() : "";
      return read(node, kind, parse, value -> new Tree.Scalar(Position.NONE, text, true));
    };
  }

  private static <T> Read<T> read(
      Node node, String kind, Function<String, T> parse, Function<T, Tree> full) {
    if (!(node.tree() instanceof Tree.Scalar scalar) || scalar.isNothing()) {
      node.complain("must be " + kind + ", was " + node.tree().shown());
      return Read.rejected(node.tree());
    }
    try {
      T value = parse.apply(scalar.text());
      return Read.of(value, full.apply(value));
    } catch (InvalidInputException e) {
      node.complainAll(e);
      return Read.rejected(node.tree());
    }
  }
}
