package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.LaunchServiceOutage;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.supply.BootstrapStep;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.supply.LaunchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A launch seen from outside: its stages, what they share, and what becomes of them. */
class LaunchRunTest {

  private static final Cloud ONE_CHEF = new Cloud(List.of(new LaunchService("chef", 1)));

  /** Pending 5 s, boot 20 s, two steps of 30 s and 40 s, 10 s of application start. */
  @ParameterizedTest(name = "{0}: {1} s")
  @CsvSource({
    "request, 0",
    "pending, 5",
    "boot, 20",
    "bootstrap.install, 30",
    "bootstrap.deploy, 40",
    "bootstrap, 70",
    "warm-up, 10",
    "to-ready, 105",
  })
  void everyStageIsMeasured(String stage, double seconds) {
    Run run = Engine.check(cold(2, steps("", 0)).build(), 1);
    assertEquals(seconds, seconds(run, stage + ".mean"), 1e-9);
    assertEquals(seconds, seconds(run, stage + ".p90"), 1e-3 * seconds);
    assertEquals(2, run.figure("groups.web.launches").orElseThrow());
  }

  /** The first request comes after the instances are ready, at 100 a second soon after. */
  @Test
  void theWholeWayEndsWithTheFirstRequest() {
    Run run = Engine.check(cold(2, steps("", 0)).build(), 1);
    double whole = seconds(run, "to-first-request.mean");
    assertTrue(whole > 105 && whole < 105.2, "took " + whole);
  }

  /** Three instances want 30 s of a master that serves one at once: 30, 60, 90 s. */
  @Test
  void aSaturatedMasterServesOneAfterAnother() {
    Run run = Engine.check(cold(3, steps("chef", 0)).cloud(ONE_CHEF).build(), 1);
    assertEquals((30 + 60 + 90) / 3.0, seconds(run, "bootstrap.install.mean"), 1e-9);
    assertEquals(105 + 60, seconds(run, "to-ready.p99"), 0.2);
  }

  /** Down from 40 s to 100 s, in the middle of the step that began at 25 s: it begins anew. */
  @Test
  void aMasterThatWasDownStartsOver() {
    LaunchServiceOutage outage = new LaunchServiceOutage(
        "chef-down", "chef", Duration.ofSeconds(40), Duration.ofSeconds(60));
    Run run =
        Engine.check(cold(2, steps("chef", 0)).cloud(ONE_CHEF).failure(outage).build(), 1);
    assertEquals((105 + 135) / 2.0, seconds(run, "bootstrap.install.mean"), 1e-9);
  }

  /** While the image store is down nothing leaves pending, and pending costs nothing. */
  @Test
  void anImageStoreThatIsDownKeepsLaunchesPending() {
    Image image = new Image(
        "ami", new Constant(5), new Constant(20), Optional.of("store"), List.of(), new Constant(0));
    LaunchServiceOutage outage =
        new LaunchServiceOutage("store-down", "store", Duration.ZERO, Duration.ofSeconds(600));
    Cloud cloud = new Cloud(List.of(new LaunchService("store", LaunchService.UNLIMITED)));
    Run run = Engine.check(
        cold(2, image)
            .cloud(cloud)
            .failure(outage)
            .lasts(Duration.ofSeconds(1200))
            .build(),
        1);
    assertEquals(605, seconds(run, "pending.mean"), 1e-9);
    assertEquals(
        2 * (1200 - 605) / 3600.0, run.figure("groups.web.instance-hours").orElseThrow(), 1e-9);
  }

  /** An install that always fails is given up after two attempts, and asked for again. */
  @Test
  void aBootstrapThatFailsIsALaunchFailure() {
    Run run = Engine.check(cold(1, steps("", 1)).lasts(Duration.ofSeconds(300)).build(), 1);
    // Each try takes 5 + 20 + 2 x 30 s and is followed by 60 s of waiting: ends at 85 s, 230 s.
    assertEquals(2, run.figure("groups.web.launch-failures").orElseThrow());
    assertEquals(Optional.empty(), run.figure("groups.web.launch.to-ready.mean"));
  }

  /** A tenth of the attempts fails; of two attempts, a hundredth of the starts. */
  @Test
  void aFailedStepIsTriedAgain() {
    Run run = Engine.check(cold(1000, steps("", 0.1)).rate(1).build(), 1);
    double failures = run.figure("groups.web.launch-failures").orElseThrow();
    assertEquals(10, failures, 3.5 * Math.sqrt(10));
    assertEquals(30 * 1.1, seconds(run, "bootstrap.install.mean"), 1.0);
  }

  private static double seconds(Run run, String statistic) {
    return run.figure("groups.web.launch." + statistic).orElseThrow();
  }

  private static Image steps(String from, double fails) {
    return new Image(
        "ami",
        new Constant(5),
        new Constant(20),
        Optional.empty(),
        List.of(
            new BootstrapStep(
                "install",
                new Constant(30),
                fails,
                2,
                Optional.of(from).filter(name -> !name.isEmpty())),
            new BootstrapStep("deploy", new Constant(40))),
        new Constant(10));
  }

  private static ScenarioBuilder cold(int size, Image image) {
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(20))
        .rate(100)
        .time(new Constant(0.001))
        .timeout(Duration.ofSeconds(1))
        .size(size)
        .cold()
        .image(image);
  }
}
