package headroom.scenarios.experiment;

import java.util.List;

/**
 * Where a scenario came from.
 *
 * @param text the scenario file with every default filled in and every option applied
 * @param digest SHA-256 over that text and all files it reads, in hexadecimal
 * @param assumptions the defaults that matter, for the report
 */
public record Origin(String text, String digest, List<Assumption> assumptions) {

  /**
   * A value that the scenario did not say.
   *
   * @param path where it would stand: "workloads.shoppers.client.timeout"
   * @param value as the scenario would write it: "60s"
   * @param why what the value stands on; may be empty
   */
  public record Assumption(String path, String value, String why) {}

  public Origin {
    assumptions = List.copyOf(assumptions);
  }
}
