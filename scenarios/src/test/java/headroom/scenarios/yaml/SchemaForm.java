package headroom.scenarios.yaml;

import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Rates;
import java.util.List;
import java.util.Map;

/** A form that a single value may have: an example to try a reader with, and what the schema says of it. */
enum SchemaForm {
  TEXT("some text, of: any kind", Map.of("type", List.of("string", "number", "boolean"))),
  NAME(
      "xy-1",
      Map.of("type", List.of("string", "integer"), "pattern", "^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$")),
  DURATION("5m", text(Durations.pattern())),
  RATE("12/s", text(Rates.pattern())),
  BYTES("2 GiB", text(Bytes.pattern())),
  BYTES_BELOW("-7 MB", text(Bytes.pattern().replace("^", "^-"))),
  THROUGHPUT("2 MiB/s", text(Bytes.pattern().replace("$", "/s$"))),
  PERCENT("55%", text(number(" ?%"))),
  MONEY("12 USD", text(number(" ?USD"))),
  PER_HOUR("0.10 USD/h", text(number(" ?USD ?/ ?h"))),
  PER_UNIT("0.08 USD/GiB-month", text(number(" ?USD ?/ ?[a-zA-Z-]+( [a-zA-Z-]+)*"))),
  PER_VCPU("4 per vcpu", text("^[0-9]+ *per vcpu$")),
  WHOLE("3", Map.of("type", "integer")),
  NUMBER("1.5", Map.of("type", "number")),
  BOOLEAN("true", Map.of("type", "boolean")),
  INSTANT("2026-11-27T00:00:00Z", text("^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].+)?$")),
  LIMIT("cost.total < 400 USD", text("^[^\\s<>=]+ *(<|<=|>|>=) *[^<>=\\s].*$")),
  OBJECTIVE("minimize cost.total", text("^(minimize|maximize) +\\S+$")),
  CRON("30 8 * * MON-FRI", text("^\\S+( +\\S+){4}$")),
  ZONE("Europe/Berlin", text("^[A-Za-z0-9+_/:-]+$")),
  PERCENTILE("p97.3", text("^p[0-9]{1,2}(\\.[0-9]+)?$")),
  STATISTIC(
      "average", Map.of("enum", List.of("average", "sum", "minimum", "maximum", "sample-count"))),
  ALARMS("ALARM(a) AND NOT OK(b)", text("^.*(ALARM|OK|INSUFFICIENT_DATA|TRUE|FALSE).*$")),
  BOOK("us-east-1/2026-07", text("^\\S+$"));

  /** Words that a reader takes beside other values. */
  static final List<String> WORDS = List.of(
      "never",
      "none",
      "all",
      "usual",
      "unlimited",
      "session",
      "aimd",
      "gradient",
      "fifo",
      "lifo",
      "codel",
      "sdk-standard",
      "sdk-2026",
      "rack-spread",
      "auto");

  private final String example;
  private final Map<String, Object> says;

  SchemaForm(String example, Map<String, Object> says) {
    this.example = example;
    this.says = says;
  }

  String example() {
    return example;
  }

  Map<String, Object> says() {
    return says;
  }

  private static Map<String, Object> text(String pattern) {
    return Map.of("type", "string", "pattern", pattern);
  }

  private static String number(String unit) {
    return "^[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,2})?" + unit + "$";
  }
}
