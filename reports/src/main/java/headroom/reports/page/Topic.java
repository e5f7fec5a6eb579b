package headroom.reports.page;

import java.util.Locale;

/** A place of a report: every report has those it needs, in this order. */
public enum Topic {
  /** What there is to choose from, and which of it is best. */
  CHOICES("The choices"),
  /** How far models of the same agree. */
  MODELS("How the models agree"),
  /** What each input does to the answer. */
  FACTORS("What the inputs do"),
  /** What was asked of the fleet, and what it could serve. */
  DEMAND("Demand and capacity"),
  /** The bill, its parts, and what to budget. */
  MONEY("Money"),
  /** When the fleet answered, and when not. */
  AVAILABILITY("Availability"),
  /** How fast it answered. */
  PERFORMANCE("Performance"),
  /** How many instances there were, and what changed their number. */
  SCALING("Instances and scaling"),
  /** What broke and what came of it. */
  FAILURES("Failures"),
  /** Every figure. */
  FIGURES("All figures"),
  /** Assumptions, seed, version, scenario and prices. */
  METHOD("Assumptions and origin");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** The id of its section on the page. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
