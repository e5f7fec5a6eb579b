package headroom.scenarios.yaml;

import headroom.scenarios.text.Tree;
import headroom.scenarios.text.YamlReader;
import java.util.Map;

/** Published times to failure and to repair, by the name that {@code like:} gives them. */
final class FailurePresets {

  /**
   * A published model.
   *
   * @param timeToFailure as a scenario writes it
   * @param timeToRepair as a scenario writes it
   * @param source where the figures are from
   */
  record Preset(String timeToFailure, String timeToRepair, String source) {

    Tree failure() {
      return YamlReader.parse(timeToFailure, "preset").root();
    }

    Tree repair() {
      return YamlReader.parse(timeToRepair, "preset").root();
    }
  }

  private static final String ARCHIVE =
      "Weibull fits of the Failure Trace Archive (Javadi et al. 2013; platform sheet §8.1)";

  /** One node's, but for racks and zones. */
  static final Map<String, Preset> TABLE = Words.of("lanl-2005", fit(0.48, "816.6h", 0.58, "2.18h"))
      .and("grid5000-2006", fit(0.48, "14.37h", 0.35, "0.47h"))
      .and("ldns-2004", fit(0.51, "79.3h", 0.63, "5.62h"))
      .and("microsoft-1999", fit(0.55, "35.3h", 0.6, "9.34h"))
      .and("notre-dame-2007", fit(0.45, "4.16h", 0.51, "0.74h"))
      .and("overnet-2003", fit(0.85, "2.04h", 0.44, "2.98h"))
      .and("planetlab-2005", fit(0.33, "19.35h", 0.36, "5.59h"))
      .and("skype-2006", fit(0.64, "10.86h", 0.63, "9.48h"))
      .and("websites-2002", fit(0.46, "3.68h", 0.65, "0.61h"))
      .and(
          "google-node-2010",
          new Preset(
              "{exponential: {mean: 3139h}}",
              "{exponential: {mean: 15m}}",
              "4.3 months between failures (Ford et al., OSDI 2010; platform sheet §8.2); most"
                  + " outages under 15 min (not verified there), taken as their mean"))
      .and(
          "google-rack-2010",
          new Preset(
              "{exponential: {mean: 89352h}}",
              "{uniform: {low: 1h, high: 6h}}",
              "10.2 years (Ford et al. 2010), down 1 to 6 h (Dean 2009; platform sheet §8.3)"))
      .and(
          "google-rack-2009",
          new Preset(
              "{exponential: {mean: 13140h}}",
              "{uniform: {low: 1h, high: 6h}}",
              "20 rack failures a year of a cluster of about 1,800 machines, 40 to 80 each, so of"
                  + " about 30 racks (Dean 2009; fleet sheet §7.2)"))
      .and(
          "aws-zone",
          new Preset(
              "{exponential: {mean: 350400h}}",
              "{uniform: {low: 2h, high: 10h}}",
              "0.025 a year of a zone, 2 to 10 h: a crude estimate from the public events of 2009"
                  + " to 2019, since AWS publishes none (fleet sheet §7.1)"))
      .table();

  /** One of them. */
  static final Preset ANY = fit(0.48, "816.6h", 0.58, "2.18h");

  private FailurePresets() {}

  private static Preset fit(double shape, String scale, double shapeDown, String scaleDown) {
    return new Preset(
        "{weibull: {shape: " + shape + ", scale: " + scale + "}}",
        "{weibull: {shape: " + shapeDown + ", scale: " + scaleDown + "}}",
        ARCHIVE);
  }
}
