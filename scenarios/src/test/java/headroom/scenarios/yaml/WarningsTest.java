package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.scenarios.experiment.Origin;
import headroom.scenarios.text.Complaint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be run, but is most likely not meant, is told where it is written, and run. */
class WarningsTest {

  private static final String CHAIN = """
      scenario: chain
      lasts: 1h
      workloads:
        users: {to: lb, rate: 60/s, client: {timeout: 2s}}
      load-balancers:
        lb: {targets: web}
      groups:
        web:
          type: m5.large
          size: {min: 3}
          serves: {workers: 8, time: 80ms, calls: [{to: db, timeout: 2s}]}
        db:
          type: m5.large
          size: {min: 3}
          serves: {workers: 8, time: 80ms}
      """;

  private static final String CURE =
      "; fewer attempts, a shorter timeout here, or a longer one there";

  private static List<String> warnings(String... sets) {
    return Reading.loaded(CHAIN, sets).warnings().stream()
        .map(Complaint::toString)
        .toList();
  }

  @Test
  void whatFitsTogetherIsNotWarnedOf() {
    assertEquals(List.of(), warnings());
    assertEquals(
        List.of(),
        warnings(
            "groups.web.serves.calls[0].timeout=600ms",
            "groups.web.serves.calls[0].retry={attempts: 3, backoff: {fixed: 100ms}}"));
  }

  /** It is allowed, and said: nobody is back before the end. */
  @Test
  void aRepairBeyondTheRunIsTold() {
    String lasts = "lasts=1h";
    assertEquals(
        List.of("--set  failures[0].region.lasts: ends 5400 s after the run: until then nothing is"
            + " back; a longer run, where that is not meant"),
        warnings(lasts, "failures=[{region: {at: 30m, lasts: 2h}}]"));
    assertEquals(List.of(), warnings(lasts, "failures=[{region: {at: 30m, lasts: 30m}}]"));
    String cure =
        " on average, longer than the run (3600 s); a longer run, where that is not meant";
    assertEquals(
        List.of(
            "--set  failures[0].instances.time-to-repair: is 7200 s" + cure,
            "--set  failures[1].region.time-to-repair: is 10800 s" + cure),
        warnings(
            lasts,
            "failures=[{instances: {of: web, time-to-failure: 1h, time-to-repair: 2h}},"
                + " {region: {time-to-failure: 1d, time-to-repair: 3h}}]"));
  }

  /** 3 · 2 s and at most 0.1 s + 0.2 s between them are 6.3 s; the users wait 2 s. */
  @Test
  void retriesThatCannotFinishInsideTheTimeoutAboveSayByHowMuch() {
    assertEquals(
        List.of("--set  groups.web.serves.calls[0].retry: 3 attempts of 2 s with 0.3 s between them"
            + " may take 6.3 s, 4.3 s longer than the 2 s that workloads.users.client waits"
            + CURE),
        warnings(
            "groups.web.serves.calls[0].retry={attempts: 3, backoff: {exponential: {cap: 2s}}}"));
  }

  /** The tightest of the callers counts, another service as well as a workload. */
  /** An attempt without a timeout is given up with the request. */
  @Test
  void patienceIsATimeoutAbove() {
    assertEquals(
        List.of(
            "--set  groups.web.serves.calls[0].retry: 2 attempts of 2 s may take 4 s, 1 s longer"
                + " than the 3 s that workloads.users.client waits" + CURE),
        warnings(
            "workloads.users.client.timeout=never",
            "workloads.users.client.patience=3s",
            "groups.web.serves.calls[0].retry={attempts: 2, backoff: {fixed: 0s}}"));
  }

  @Test
  void theCallerWithTheLeastPatienceCounts() {
    assertEquals(
        List.of("--set  groups.db.serves.calls[0].retry: 2 attempts of 1.5 s"
            + " may take 3 s, 1 s longer than the 2 s that groups.web.serves.calls[0] waits"
            + CURE),
        warnings(
            "workloads.direct={to: db, rate: 1/s, client: {timeout: 5s}}",
            "groups.cache={type: m5.large, size: {min: 1}, serves: {workers: 1, time: 1ms}}",
            "groups.db.serves.calls=[{to: cache, timeout: 1500ms,"
                + " retry: {attempts: 2, backoff: {fixed: 0s}}}]"));
  }

  /** Steps add up, calls side by side do not: 2 · 0.5 s + 0.9 s + 1 · 0.4 s are 2.3 s. */
  @Test
  void stepsAddUp() {
    assertEquals(
        List.of("--set  groups.web.serves.calls: one after another, with all retries,"
            + " may take 2.3 s, 0.3 s longer than the 2 s that workloads.users.client waits"
            + CURE),
        warnings("groups.web.serves.calls=["
            + "{to: db, timeout: 500ms, retry: {attempts: 2, backoff: {fixed: 0s}}},"
            + " {parallel: [{to: db, name: a, timeout: 900ms}, {to: db, name: b, timeout: 300ms}]},"
            + " {to: db, name: c, timeout: 400ms}]"));
  }

  /** A request of one class does not wait for what only another class needs. */
  @Test
  void whatOneClassNeedsIsNotAddedToWhatAnotherNeeds() {
    String twice = "timeout: 900ms, retry: {attempts: 2, backoff: {fixed: 0s}}}";
    assertEquals(
        List.of(),
        warnings(
            "workloads.users.classes={read: {share: 90%}, buy: {share: 10%}}",
            "groups.web.serves.calls=[{to: db, name: a, classes: [read], " + twice
                + ", {to: db, name: b, classes: [buy], " + twice + "]"));
  }

  @Test
  void callsOneAfterAnotherAndWithoutEndAreTold() {
    assertEquals(
        List.of("--set  groups.web.serves.calls[0].retry: 4 calls, each 2 attempts of 0.3 s,"
            + " may take 2.4 s, 0.4 s longer than the 2 s that workloads.users.client waits"
            + CURE),
        warnings("groups.web.serves.calls=[{to: db, count: 4, timeout: 300ms,"
            + " retry: {attempts: 2, backoff: {fixed: 0s}}}]"));
    assertEquals(
        List.of("--set  groups.web.serves.calls[0].retry: 2 attempts may take for ever"
            + " (timeout: never), longer than the 2 s that workloads.users.client waits"
            + CURE),
        warnings("groups.web.serves.calls=[{to: db, timeout: never,"
            + " retry: {attempts: 2, backoff: {fixed: 0s}}}]"));
    // What bounds the request as a whole bounds its retries.
    assertEquals(
        List.of(),
        warnings("groups.web.serves.calls=[{to: db, timeout: 1s, patience: 1500ms,"
            + " retry: {attempts: 9}}]"));
  }

  @Test
  void rulesThatCanNeverActAreTold() {
    assertEquals(
        List.of(
            "--set  workloads.users.client.breaker.open: once open, it stays so to the end of the"
                + " run (3600 s); for example 60s",
            "--set  workloads.users.client.hedge.after: no copy is ever sent: an attempt is given"
                + " up after 2 s; a time that 95 % of answers take, for example",
            "--set  workloads.users.client.patience: ends after 1.5 s on average, while an attempt"
                + " is waited for 2 s; give attempts a shorter timeout"),
        warnings(
            "workloads.users.client.breaker.open=1h",
            "workloads.users.client.hedge.after=2s",
            "workloads.users.client.patience={exponential: {mean: 1500ms}}"));
  }

  /** Work of 80 ms exactly, for whoever waits 50 ms, or calls a call of 50 ms slow. */
  @Test
  void whatCanNeverComeInTimeIsTold() {
    String client = "--set  workloads.users.client";
    assertEquals(
        List.of(
            client + ".timeout: no answer is ever in time: the work alone takes at least 0.08 s,"
                + " 0.03 s longer; a longer one, or less work there"),
        warnings(
            "groups.web.serves.calls=[]",
            "workloads.users.client.timeout=50ms",
            "workloads.users.client.breaker={slow: 60ms}"));
    assertEquals(
        List.of(client + ".breaker.slow: once open, it never closes: the work alone takes at least"
            + " 0.08 s, so every call on trial is slow; a longer time than most answers take"),
        warnings("workloads.users.client.breaker={slow: 50ms, slow-rate: 50%}"));
    // A thousandth of the requests are quicker than that.
    assertEquals(
        List.of(),
        warnings(
            "groups.web.serves.time={exponential: {mean: 60s}}",
            "workloads.users.client.breaker={slow: 60ms, slow-rate: 50%}"));
    assertEquals(
        List.of(client + ".retry: no attempt is ever made again: the first wait is 5 s, 2 s longer"
            + " than the patience; shorter waits, or more patience"),
        warnings(
            "workloads.users.client.patience=3s",
            "workloads.users.client.retry={attempts: 3, backoff: {fixed: 5s}}"));
    assertEquals(
        List.of(),
        warnings(
            "workloads.users.client.patience=3s",
            "workloads.users.client.retry={attempts: 3, backoff: {exponential: {base: 5s}}}"));
  }

  @Test
  void aWarningStandsWhereItIsWrittenAndInTheOriginWithoutItsFile() {
    String text =
        CHAIN.replace("client: {timeout: 2s}", "client: {timeout: 2s, hedge: {after: 3s}}");
    Loaded loaded = Reading.loaded(text);
    String message = "no copy is ever sent: an attempt is given up after 2 s;"
        + " a time that 95 % of answers take, for example";
    assertEquals(
        "f.yaml:4:68  workloads.users.client.hedge.after: " + message,
        loaded.warnings().get(0).toString());
    assertEquals(
        List.of(new Origin.Warning("workloads.users.client.hedge.after", message)),
        loaded.trial().origin().warnings());
  }
}
