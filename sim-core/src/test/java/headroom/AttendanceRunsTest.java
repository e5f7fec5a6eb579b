package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.Attended;
import headroom.fault.InstanceFailures;
import headroom.fault.InstanceOutages;
import headroom.fault.Maintenance;
import headroom.fault.Recurring;
import headroom.fault.Response;
import headroom.fault.Scripted;
import headroom.fault.WorkingHours;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do about failures: they notice, come and mend, and some work they announce. */
class AttendanceRunsTest {

  private static final double WITHIN = 2.576;
  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Health PETS = new Health(
      Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);
  private static final WorkingHours OFFICE = new WorkingHours(
      Duration.ofHours(9),
      Duration.ofHours(17),
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY),
      ZoneId.of("Europe/Berlin"));

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static Response minutes(double detect, double page, double act) {
    return new Response(
        new Constant(60 * detect),
        new Constant(60 * page),
        new Constant(60 * act),
        Optional.of(OFFICE));
  }

  /** Berlin is two hours ahead in summer: work begins at 07:00 and ends at 15:00 UTC. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-01T06:00:00Z, 2026-06-01T07:00:00Z",
    "2026-06-01T07:00:00Z, 2026-06-01T07:00:00Z",
    "2026-06-01T14:59:59Z, 2026-06-01T14:59:59Z",
    "2026-06-01T15:00:00Z, 2026-06-02T07:00:00Z",
    "2026-06-05T15:00:00Z, 2026-06-08T07:00:00Z", // a weekend
    "2026-10-25T12:00:00Z, 2026-10-26T08:00:00Z" // and the end of summer time
  })
  void someoneBeginsWhenTheyAreAtWork(String moment, String begins) {
    assertEquals(Instant.parse(begins), OFFICE.firstFrom(Instant.parse(moment)));
  }

  /** Friday evening: seen after 10 min, paged 5 min later, and mended on Monday at 07:30. */
  @Test
  void whatBreaksOnFridayIsMendedOnMonday() {
    Duration friday = Duration.ofDays(4).plusHours(16);
    Attended timing =
        new Attended(Optional.of(friday), Optional.empty(), minutes(10, 5, 30), MONDAY);
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(0.01)
            .start(MONDAY)
            .health(PETS)
            .lasts(Duration.ofDays(9))
            .failure(new InstanceOutages("disk", "web", 1, timing))
            .build(),
        1);
    double down = 2 * 86_400 + 15.5 * 3600;
    assertEquals(down, figure(run, "failures.disk.down"));
    assertEquals(down, figure(run, "failures.disk.repair.mean"));
    assertEquals(600, figure(run, "failures.disk.detect.mean"));
    assertEquals(down - 600 - 1800, figure(run, "failures.disk.respond.mean"));
    assertEquals(1800, figure(run, "failures.disk.act.mean"));
    assertEquals(600, figure(run, "incidents.detect"));
    assertEquals(1 - down / (9 * 86_400), figure(run, "groups.web.at-least.1"), 1e-9);
  }

  /** Up 50 h on average, then 0.5 h to notice, 0.5 h to come and 1 h to mend, round the clock. */
  @Test
  void attendedFailuresComeAsOftenAsIsSaid() {
    Response response = new Response(
        new Exponential(1800), new Exponential(1800), new Exponential(3600), Optional.empty());
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(1e-5)
            .size(20)
            .health(PETS)
            .lasts(Duration.ofHours(1040))
            .failure(new InstanceFailures(
                "disk",
                "web",
                new Exponential(50 * 3600),
                Optional.empty(),
                Optional.of(response),
                MONDAY,
                Optional.empty(),
                Optional.empty()))
            .build(),
        1);
    double count = 20 * 1040 / 52.0;
    assertEquals(count, figure(run, "failures.disk.outages"), WITHIN * Math.sqrt(count));
    assertEquals(
        1800, figure(run, "failures.disk.detect.mean"), WITHIN * 1800 / Math.sqrt(count));
    assertEquals(
        1800, figure(run, "failures.disk.respond.mean"), WITHIN * 1800 / Math.sqrt(count));
    assertEquals(3600, figure(run, "failures.disk.act.mean"), WITHIN * 3600 / Math.sqrt(count));
    assertEquals(7200, figure(run, "incidents.detect") + figure(run, "incidents.respond")
        + figure(run, "incidents.repair"), WITHIN * 4409 / Math.sqrt(count));
  }

  private static ScenarioBuilder maintained(Duration notice) {
    return new ScenarioBuilder()
        .rate(20)
        .size(4)
        .workers(50)
        .time(new Constant(2))
        .lasts(Duration.ofHours(2))
        .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
        .failure(new Maintenance(
            "patches",
            "web",
            0.5,
            notice,
            new Scripted(Duration.ofMinutes(60), Duration.ofMinutes(30))));
  }

  /** Nobody is hurt: two of four are drained 10 min before, and back at the end. */
  @Test
  void announcedWorkBreaksNothing() {
    Run run = Engine.check(maintained(Duration.ofMinutes(10)).health(PETS).build(), 1);
    assertEquals(0, figure(run, "requests.failed"));
    assertEquals(2, figure(run, "failures.patches.instances"));
    assertEquals(1 - 40.0 / 120, figure(run, "groups.web.at-least.4"), 1e-9);
    assertEquals(1, figure(run, "groups.web.at-least.2"), 1e-9);
    assertEquals(30 * 60, figure(run, "failures.patches.down"));
  }

  /** Without notice what they served breaks: half of 40 requests. */
  @Test
  void unannouncedWorkBreaksWhatIsUnderWay() {
    Run run = Engine.check(maintained(Duration.ZERO).health(PETS).build(), 1);
    double broken = figure(run, "requests.failed.connection-lost");
    assertEquals(20, broken, WITHIN * Math.sqrt(20));
    assertTrue(figure(run, "requests.failed-by.patches") >= broken);
  }

  /** A group that replaces has others in their place before the work begins. */
  @Test
  void cattleIsReplacedAtTheNotice() {
    Run run = Engine.check(maintained(Duration.ofMinutes(10)).build(), 1);
    assertEquals(0, figure(run, "requests.failed"));
    assertEquals(2, figure(run, "groups.web.launches"));
    assertEquals(4, figure(run, "groups.web.instances.max"));
    assertTrue(figure(run, "groups.web.at-least.4") > 1 - 5.0 / 120);
  }

  @Test
  void workComesAsOftenAsIsSaid() {
    Recurring timing = new Recurring(new Exponential(50 * 3600), new Constant(3600));
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(1e-5)
            .size(10)
            .health(PETS)
            .lasts(Duration.ofHours(5_100))
            .failure(new Maintenance("patches", "web", 0.3, Duration.ofMinutes(5), timing))
            .build(),
        1);
    double count = figure(run, "failures.patches.outages");
    assertEquals(100, count, WITHIN * Math.sqrt(100));
    assertEquals(3 * count, figure(run, "failures.patches.instances"), 3);
  }
}
