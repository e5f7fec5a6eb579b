package headroom.scenarios.experiment;

import java.util.List;

/**
 * Where a scenario came from.
 *
 * @param text the scenario file with every default filled in and every option applied
 * @param digest SHA-256 over that text and all files it reads, in hexadecimal
 * @param runDigest the same over what a run depends on alone: no prices, no experiment
 * @param assumptions the defaults that matter, for the report
 * @param warnings what can be run, but is most likely not what was meant
 */
public record Origin(
    String text,
    String digest,
    String runDigest,
    List<Assumption> assumptions,
    List<Warning> warnings) {

  /**
   * A value that the scenario did not say.
   *
   * @param path where it would stand: "workloads.shoppers.client.timeout"
   * @param value as the scenario would write it: "60s"
   * @param why what the value stands on; may be empty
   */
  public record Assumption(String path, String value, String why) {}

  /**
   * Something that is most likely not meant.
   *
   * @param path where it stands: "groups.web.serves.calls[0].retry"
   * @param message what it leads to and what would help
   */
  public record Warning(String path, String message) {}

  public Origin {
    assumptions = List.copyOf(assumptions);
    warnings = List.copyOf(warnings);
  }

  /** The same scenario run otherwise than its text says: its runs are not those of the text. */
  Origin otherwise(String how) {
    return new Origin(text, digest, runDigest + " " + how, assumptions, warnings);
  }

  /** One of which nothing is to be warned. */
  public Origin(String text, String digest, List<Assumption> assumptions) {
    this(text, digest, digest, assumptions, List.of());
  }
}
