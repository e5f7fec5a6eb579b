package headroom.results;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The accounts of a run, and what they come to: all, by workload, by class. */
final class Accounts {

  private static final String WORKLOADS = "workloads.";

  private final SortedMap<String, SortedMap<String, RequestAccount>> byWorkload = new TreeMap<>();

  /** Opens the account of a workload and class; there is one only. */
  void add(RequestAccount account) {
    RequestAccount before = byWorkload
        .computeIfAbsent(account.workload(), name -> new TreeMap<>())
        .put(account.requestClass(), account);
    if (before != null) {
      throw new IllegalStateException("a second account of workload '"
          + account.workload()
          + "', class '"
          + account.requestClass()
          + "'");
    }
  }

  /** All of them, in the order of their names: sums do not depend on the order in a file. */
  private List<RequestAccount> all() {
    return byWorkload.values().stream()
        .flatMap(classes -> classes.values().stream())
        .toList();
  }

  /** Requests of the counted time without an outcome so far. */
  long inFlight() {
    return all().stream().mapToLong(account -> account.counts().inFlight()).sum();
  }

  /** What each workload's senders have asked for and got so far, in the order of their names. */
  List<Heard> heard() {
    return byWorkload.entrySet().stream()
        .map(entry -> Heard.of(entry.getKey(), entry.getValue().values()))
        .toList();
  }

  /**
   * Requests of one workload so far.
   *
   * @param workload its name
   * @param offered requests that arrived
   * @param succeeded requests answered
   * @param attempts attempts made at them
   */
  record Heard(String workload, long offered, long succeeded, long attempts) {

    private static Heard of(String workload, Iterable<RequestAccount> accounts) {
      long offered = 0;
      long succeeded = 0;
      long attempts = 0;
      for (RequestAccount account : accounts) {
        offered += account.counts().offered;
        succeeded += account.counts().succeeded;
        attempts += account.counts().attempts();
      }
      return new Heard(workload, offered, succeeded, attempts);
    }
  }

  /** What became of all requests. */
  Counts total() {
    return sum(all());
  }

  private static Counts sum(Iterable<RequestAccount> accounts) {
    Counts sum = new Counts();
    accounts.forEach(account -> sum.add(account.counts()));
    return sum;
  }

  /** Writes the figures of workloads where there are several, of classes, and of values. */
  void report(Possible possible, SortedMap<Metric, Double> into) {
    byWorkload.forEach((name, classes) -> {
      if (byWorkload.size() > 1) {
        Counts counts = sum(classes.values());
        new RequestFigures(WORKLOADS + name, counts, possible, into).common();
      }
      classes.forEach((requestClass, account) -> {
        if (!requestClass.isEmpty()) {
          String subject = WORKLOADS + name + ".classes." + requestClass;
          new RequestFigures(subject, account.counts(), possible, into).common();
        }
      });
    });
    values(into);
  }

  /** What requests are worth, where some of them are worth something. */
  private void values(SortedMap<Metric, Double> into) {
    if (all().stream().allMatch(account -> account.value() == 0)) {
      return;
    }
    value("", all(), into);
    byWorkload.forEach((name, classes) -> {
      if (byWorkload.size() > 1) {
        value(WORKLOADS + name, classes.values(), into);
      }
      classes.forEach((requestClass, account) -> {
        if (!requestClass.isEmpty()) {
          value(WORKLOADS + name + ".classes." + requestClass, List.of(account), into);
        }
      });
    });
  }

  private static void value(
      String subject, Iterable<RequestAccount> accounts, SortedMap<Metric, Double> into) {
    double offered = 0;
    double succeeded = 0;
    double lost = 0;
    for (RequestAccount account : accounts) {
      offered += account.value() * account.counts().offered;
      succeeded += account.value() * account.counts().succeeded;
      lost += account.value() * account.counts().failed;
    }
    value(subject, "offered", offered, into);
    value(subject, "succeeded", succeeded, into);
    value(subject, "lost", lost, into);
  }

  static void value(
      String subject, String statistic, double dollars, SortedMap<Metric, Double> into) {
    Metric metric = subject.isEmpty()
        ? Metric.value("value", statistic, "", Unit.USD)
        : Metric.value(subject, "value", statistic, Unit.USD);
    into.put(metric, dollars);
  }
}
