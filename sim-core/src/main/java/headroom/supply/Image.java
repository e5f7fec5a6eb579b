package headroom.supply;

import headroom.random.Constant;
import headroom.random.Distribution;
import java.time.LocalDate;

/**
 * What an instance starts from, and how long its start takes. All times in seconds.
 *
 * @param name its name in the scenario, or the preset's
 * @param pending from the launch request to {@code running}; not billed
 * @param boot from {@code running} to a reachable operating system; billed
 * @param bootstrap from there to in service: configuration, code, application start; billed
 */
public record Image(String name, Distribution pending, Distribution boot, Distribution bootstrap) {

  /** No time at all, for parts of a start that an image does not have. */
  public static final Distribution NONE = new Constant(0);

  /**
   * The start that was usual at a date: 97 s and 1,100 s of configuration management before 2012
   * (fleet sheet §1.4, [M1], [M7]), 97 s for a baked Linux image until 2020 [M1], 5 s pending and
   * 25 s boot since [M2]. The published figures are means, so these are constants.
   */
  public static Image usualAt(LocalDate date) {
    if (date.getYear() < 2012) {
      return new Image("2008-bootstrap", NONE, new Constant(97), new Constant(1_100));
    }
    if (date.getYear() < 2021) {
      return new Image("2012-baked-linux", NONE, new Constant(97), NONE);
    }
    return new Image("2021-linux", new Constant(5), new Constant(25), NONE);
  }
}
