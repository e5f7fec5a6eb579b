package headroom.fleet.flow;

/** The retries of one client that are still to come, by the number of attempts before each. */
final class PendingRetries {

  private static final double NEGLIGIBLE = 1e-12;

  private final RetryTimes times;
  private final RetryLine[] lines;

  PendingRetries(RetryTimes times) {
    this.times = times;
    this.lines = new RetryLine[times.attempts()];
    for (int k = 0; k < lines.length; k++) {
      lines[k] = new RetryLine();
    }
  }

  /** How many attempts of a number are due before a time, in seconds. */
  double dueBefore(int k, double until) {
    return lines[k].isEmpty() ? 0 : lines[k].dueBefore(until);
  }

  /** Takes out those due before a time; returns how many they are times their mean age. */
  double takeAges(int k, double until) {
    lines[k].take(until);
    return lines[k].due() * lines[k].dueAge();
  }

  /**
   * Puts off attempts whose predecessors failed between two moments.
   *
   * @param notBefore what would have been due earlier is due then
   */
  void add(
      int k, double count, double ageThen, double firstFails, double lastFails, double notBefore) {
    if (count > NEGLIGIBLE) {
      double least = times.least(k);
      double most = times.most(k);
      lines[k].add(
          Math.max(notBefore, firstFails + least),
          Math.max(notBefore, lastFails + most),
          count,
          ageThen + (least + most) / 2);
    }
  }

  /** Hears of whole retries. */
  interface WholeRetry {
    void due(int attemptsMade, double at, double age);
  }

  /** Takes out the whole part of them. */
  void takeWhole(double now, WholeRetry each) {
    for (int k = 1; k < lines.length; k++) {
      int made = k;
      lines[k].takeWhole(now, (at, age) -> each.due(made, at, age));
    }
  }

  /** Takes over one retry. */
  void addOne(int attemptsMade, double at, double ageThen) {
    lines[attemptsMade].add(at, at, 1, ageThen);
  }

  /** Goes on from where another of as many attempts is. */
  void copyFrom(PendingRetries other) {
    for (int k = 0; k < lines.length; k++) {
      lines[k].copyFrom(other.lines[k]);
    }
  }

  /** How many there are. */
  double count() {
    double sum = 0;
    for (RetryLine line : lines) {
      sum += line.pending();
    }
    return sum;
  }
}
