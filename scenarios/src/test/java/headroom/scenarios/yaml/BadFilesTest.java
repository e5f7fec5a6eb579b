package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Reading.LEAST;
import static headroom.scenarios.yaml.Reading.complaints;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.scenarios.text.InputException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Files with many things wrong, and files that are no scenario at all. */
class BadFilesTest {

  @Test
  void everyProblemIsToldAtOnceWhereItStands() {
    String text = """
        scenario: wrong
        lasts: 1h
        lasts: 2h
        workloads:
          users:
            to: www
            rate: 60
            clinet: {timeout: 2s}
        groups:
          web:
            type: m5.lrge
            size: {min: 5, max: 3}
            scalling: []
            serves:
              workers: 0
              queue: -1
              time: {lognormal: {mean: 80ms, cv: -1}}
        failures:
          - zone: {zone: d, at: 1m, lasts: 0s}
        expect:
          - cost.totl < 4 USD
        """;
    InputException thrown =
        Assertions.assertThrows(InputException.class, () -> Reading.loaded(text));
    assertEquals("""
        f.yaml:3:1  lasts: is said twice; the first is in line 2
        f.yaml:6:9  workloads.users.to: no name, load balancer or group 'www'; known: web
        f.yaml:7:11  workloads.users.rate: '60' has no unit; a rate needs one of /s, /m, /h, /d, for example 60/s
        f.yaml:8:5  workloads.users.clinet: unknown field; did you mean 'client'?
        f.yaml:11:11  groups.web.type: no type in the price book 'm5.lrge'; did you mean 'm5.large'?
        f.yaml:12:25  groups.web.size.max: must be at least min (5), was 3
        f.yaml:13:5  groups.web.scalling: unknown field; did you mean 'scaling'?
        f.yaml:15:16  groups.web.serves.workers: must be at least 1, was 0; for example 8
        f.yaml:16:14  groups.web.serves.queue: must be 0 or more, was -1; for example 100
        f.yaml:17:42  groups.web.serves.time.lognormal.cv: must be above 0 and at most 1000000.0, was -1.0; without variation, give the mean alone
        f.yaml:19:18  failures[0].zone.zone: no zone 'd'; known: a, b, c
        f.yaml:19:36  failures[0].zone.lasts: must be above 0, was 0 s; for example 45m
        f.yaml:21:5  expect[0]: unknown metric 'cost.totl'; did you mean 'cost.total'?
        13 problems; nothing was run.""", thrown.getMessage());
  }

  @Test
  void everyProblemOfTrafficIsToldAtOnceWhereItStands() {
    String text = """
        scenario: circle
        lasts: 1h
        workloads:
          users:
            to: web
            rate: 1e10/s
            client: {retry: {attempts: 0}, breaker: {half-open-calls: 0}}
            classes: {read: {share: 0%}}
          others: {to: web, rate: 1e9/s}
        groups:
          web:
            type: m5.large
            size: {min: 1}
            serves:
              workers: many
              time: 0s
              classes: {buy: {time: 0s}}
              calls:
                - {to: db, retry: {attempts: 100}, count: 20}
          db:
            type: m5.large
            size: {min: 1}
            serves:
              workers: 1
              time: 1ms
              calls:
                - {to: dbb}
                - parallel: [{to: db, name: a}, {to: web, name: b, timeout: 0s}]
        failures:
          - cache-loss: {of: web, at: 2h}
        """;
    assertEquals(
        List.of(
            "f.yaml:7:32  workloads.users.client.retry.attempts: must be between 1 and 100, was 0;"
                + " for example 3; the first attempt counts",
            "f.yaml:7:63  workloads.users.client.breaker.half-open-calls: must be at least 1:"
                + " without a call on trial it can never close; for example 10",
            "f.yaml:8:29  workloads.users.classes.read.share: must be above 0, was 0.0",
            "f.yaml:15:16  groups.web.serves.workers: must be a whole number, was 'many';"
                + " for example 3",
            "f.yaml:16:13  groups.web.serves.time: must have a mean above 0 that is finite,"
                + " was 0.0 s; for example {lognormal: {mean: 80ms, cv: 1.5}}",
            "f.yaml:17:29  groups.web.serves.classes.buy.time: must have a mean above 0 that is"
                + " finite; for example 80ms",
            "f.yaml:27:16  groups.db.serves.calls[0].to: no name, load balancer or group 'dbb';"
                + " did you mean 'db'?",
            "f.yaml:28:27  groups.db.serves.calls[1].parallel[0].to: calls in a circle: db -> db;"
                + " leave one of these calls out: a request would never end",
            "f.yaml:28:46  groups.db.serves.calls[1].parallel[1].to: calls in a circle:"
                + " web -> db -> web; leave one of these calls out: a request would never end",
            "f.yaml:28:69  groups.db.serves.calls[1].parallel[1].timeout: must be above 0;"
                + " for example 2s, or never",
            "f.yaml:30:31  failures[0].cache-loss.at: must lie within the run (lasts);"
                + " an earlier time"),
        complaints(text));
  }

  /** 2e9 requests a second, each asking 20 times with up to 100 attempts, are 4e12. */
  @Test
  void ratesThatTheCallsMultiplyBeyondCountingAreTold() {
    assertEquals(
        List.of("f.yaml:9:46  groups.web.serves.calls[0]: makes up to 4.0e+12 attempts a second,"
            + " more than the 1e+12 that can be counted; lower the rate, or the attempts and counts"
            + " that multiply it"),
        complaints(LEAST
                .replace("60/s", "1e9/s, client: {retry: {attempts: 2}}")
                .replace(
                    "time: 80ms",
                    "time: 80ms, calls: [{to: db, count: 20, retry: {attempts: 100}}]")
            + "  db: {type: m5.large, size: {min: 1}, serves: {workers: 1, time: 1s}}\n"));
  }

  @Test
  void namesAreLookedUpAcrossTheWholeFile() {
    String text = LEAST
        .replace("to: web", "to: www")
        .replace("m5.large", "m5.lrge")
        .replace("size: {min: 3}", "size: {min: 3}\n    zones: [a, d]\n    image: ami");
    assertEquals(
        List.of(
            "f.yaml:4:15  workloads.users.to: no name, load balancer or group 'www'; known: web",
            "f.yaml:7:11  groups.web.type: no type in the price book 'm5.lrge';"
                + " did you mean 'm5.large'?",
            "f.yaml:9:16  groups.web.zones[1]: no zone 'd'; known: a, b, c",
            "f.yaml:10:12  groups.web.image: no image or preset 'ami'; known: 2008-bootstrap,"
                + " 2012-baked-linux, 2012-windows, 2021-linux, container"),
        complaints(text));
  }

  @Test
  void theNameOfARejectedPartStillCounts() {
    assertEquals(
        List.of(
            "f.yaml:8:17  groups.web.size.min: must be a whole number, was 'many'; for example 3"),
        complaints(LEAST.replace("min: 3", "min: many")));
  }

  @Test
  void aRejectedFieldHidesNoProblemOfItsNeighboursAndMakesNone() {
    assertEquals(
        List.of(
            "f.yaml:9:23  groups.web.serves.workers: must be a whole number, was 'many';"
                + " for example 3",
            "f.yaml:9:35  groups.web.serves.time: must have a mean above 0 that is finite,"
                + " was 0.0 s; for example {lognormal: {mean: 80ms, cv: 1.5}}"),
        complaints(LEAST.replace("workers: 8", "workers: many").replace("80ms", "0s")));
    assertEquals(
        List.of(
            "f.yaml:8:17  groups.web.size.min: must be a whole number, was 'many'; for example 3"),
        complaints(LEAST.replace("min: 3", "min: many, max: 2")));
    assertEquals(
        List.of(
            "f.yaml:8:25  groups.web.size.max: must be a whole number, was 'many'; for example 3"),
        complaints(LEAST.replace("min: 3", "min: 3, max: many")));
  }

  @Test
  void whatNobodyCanGuessIsAskedForWithAnExample() {
    assertEquals(
        List.of(
            "f.yaml:1:1  lasts: is missing; for example lasts: 3d",
            "f.yaml:1:1  scenario: is missing; for example scenario: web-shop",
            "f.yaml:2:10  workloads.users.rate: is missing; for example rate: 60/s",
            "f.yaml:2:10  workloads.users.to: is missing; for example to: web",
            "f.yaml:4:8  groups.web.serves: is missing;"
                + " for example serves: {workers: 8, time: 80ms}",
            "f.yaml:4:8  groups.web.size: is missing; for example size: {min: 3}",
            "f.yaml:4:8  groups.web.type: is missing; for example type: m5.large"),
        complaints("workloads:\n  users: {}\ngroups:\n  web: {}\n"));
  }

  @Test
  void whatIsNoScenarioIsOneClearComplaint() {
    String map = "must be a map, was ";
    String example = "; for example {scenario: web-shop, lasts: 3d, ...}";
    assertEquals(List.of("f.yaml:1:1  " + map + "a list" + example), complaints("[1, 2]"));
    assertEquals(List.of("f.yaml:1:1  " + map + "'hello'" + example), complaints("hello"));
    assertEquals(List.of("f.yaml  the file is empty"), complaints(""));
  }

  @Test
  void fiveMegabytesOfGarbageTextAreOneClearComplaint() {
    Random random = new Random(3);
    for (int start = 0; start < 10; start++) {
      StringBuilder garbage = new StringBuilder();
      for (int i = 0; i < 5_000_000; i++) {
        garbage.append((char) (' ' + random.nextInt(95)));
        garbage.append(i % 100 == 99 ? "\n" : "");
      }
      assertEquals(1, complaints(garbage.toString()).size());
    }
  }

  @Test
  void oneLineOfFiveMegabytesIsOneShortComplaint() {
    List<String> complaints = complaints("x".repeat(5_000_000));
    assertEquals(
        List.of("f.yaml:1:1  must be a map, was '"
            + "x".repeat(40)
            + "...'; for example {scenario: web-shop, lasts: 3d, ...}"),
        complaints);
  }
}
