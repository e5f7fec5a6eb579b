package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.fault.Outage;
import headroom.fault.Recurring;
import headroom.fault.TimedFailure;
import headroom.fault.ZoneFailure;
import headroom.random.Chance;
import headroom.random.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published models of failures come out as they were published. */
class FailurePresetsTest {

  private static final int THINGS = 4000;

  private static Recurring preset(String name) {
    String set = "failures=[{zone: {zone: a, like: " + name + "}}]";
    ZoneFailure failure = (ZoneFailure) Reading.least(set).failures().get(0);
    return (Recurring) failure.timing();
  }

  static Iterable<String> names() {
    return FailurePresets.TABLE.keySet();
  }

  /** Means of the sheets, hours up and down (platform §8.1, vector 62; §8.2; fleet §7). */
  @ParameterizedTest
  @CsvSource({
    "lanl-2005, 1766.14, 3.4333",
    "google-node-2010, 3139, 0.25",
    "google-rack-2010, 89352, 3.5",
    "google-rack-2009, 13140, 3.5",
    "aws-zone, 350400, 6",
  })
  void theMeansAreThoseOfTheSheets(String name, double up, double down) {
    assertEquals(up, preset(name).timeToFailure().mean() / 3600, 0.005);
    assertEquals(down, preset(name).timeToRepair().mean() / 3600, 0.00005);
  }

  /** Whatever fails at random may fail like a preset. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "region: {",
        "control-plane: {",
        "monitoring: {",
        "load-balancing: {",
        "partition: {zones: [a], ",
        "racks: {per-zone: 1, ",
        "hosts: {per-zone: 1, ",
        "gray: {of: web, speed: 50%, ",
        "instances: {of: web, share: 50%, ",
        "dependency: {of: web, errors: 1%, ",
        "certificate: {of: web, ",
        "slowdown: {of: web, speed: 50%, ",
        "maintenance: {of: web, "
      })
  void everythingMayFailLikeAPreset(String what) {
    String set = "failures=[{" + what + "like: google-rack-2009}}]";
    TimedFailure failure = (TimedFailure) Reading.least(set).failures().get(0);
    assertEquals(preset("google-rack-2009"), failure.timing());
  }

  /** Platform sheet, vector 62. */
  @Test
  void lanlHasTheAvailabilityOfItsFit() {
    assertEquals(0.998060, preset("lanl-2005").availability(), 5e-7);
  }

  /** Times up and down of as many things, at 99 % for all presets together. */
  @ParameterizedTest
  @MethodSource("names")
  void theTimesHaveTheMeansOfTheirLaws(String name) {
    Recurring timing = preset(name);
    double up = 0;
    double down = 0;
    for (int k = 0; k < THINGS; k++) {
      Outage first = timing.outages(new Chance(1).of("proof", name).of(k)).next();
      up += first.fromNanos() / 1e9;
      down += (first.toNanos() - first.fromNanos()) / 1e9;
    }
    within(timing.timeToRepair(), down / THINGS, THINGS);
    // A century is as far as a run goes: beyond it lie some of the times up of zones.
    if (!name.equals("aws-zone")) {
      within(timing.timeToFailure(), up / THINGS, THINGS);
    }
  }

  /** 0.025 events a year of a zone: within 50 years 1 - exp(-1.25) of the zones have had one. */
  @Test
  void zonesFailAsOftenAsTheSheetEstimates() {
    Recurring timing = preset("aws-zone");
    int hit = 0;
    for (int k = 0; k < THINGS; k++) {
      Outage first = timing.outages(new Chance(2).of("proof", "zone").of(k)).next();
      hit += first.fromNanos() / 1e9 / 3600 < 50 * 8760 ? 1 : 0;
    }
    double p = 1 - Math.exp(-1.25);
    assertEquals(p, (double) hit / THINGS, 3.7 * Math.sqrt(p * (1 - p) / THINGS));
  }

  // 26 claims at 99 % together: 3.7 standard errors.
  private static void within(Distribution law, double mean, int n) {
    double error = Math.sqrt(law.variance() / n);
    assertEquals(law.mean(), mean, 3.7 * error + 1e-6);
  }
}
