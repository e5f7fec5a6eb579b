package headroom.fleet.flow;

/** What comes of all attempts of a call together, by how each of them ends just now. */
final class Attempts {

  private final FlowClient client;
  private final boolean withTimes;
  private final Course first;

  private Attempts(FlowClient client, boolean withTimes) {
    this.client = client;
    this.withTimes = withTimes;
    Times well = Times.NONE;
    Times badly = Times.NONE;
    if (withTimes) {
      well = afar(client.reply().well().upTo(client.timeoutSeconds()));
      badly = failures();
    }
    this.first = new Course(
        Math.min(1, client.ends().answered()), well, badly, client.reply().degraded());
  }

  private Times afar(Times there) {
    double way = client.waySeconds();
    return way > 0 ? Times.constant(way).plus(there) : there;
  }

  /** How a call of this client ends. */
  static Course course(FlowClient client, boolean withTimes) {
    return new Attempts(client, withTimes).from(1, 1);
  }

  /** The times of failures: those of errors by the answers, of others as they are. */
  private Times failures() {
    Times.Collector all = new Times.Collector();
    for (Outcome outcome : Outcome.ALL) {
      double share = client.ends().share(outcome);
      if (share > 0 && outcome == Outcome.ERROR) {
        all.add(client.reply().badly().upTo(client.timeoutSeconds()), client.waySeconds(), share);
      } else if (share > 0) {
        all.add(client.ends().delay(outcome.ordinal()), share);
      }
    }
    return all.times();
  }

  /** What comes of the attempts from one on, 1 being the first, if it comes to that so often. */
  private Course from(int attempt, double often) {
    double again = attempt < client.attempts() ? triedAgain() : 0;
    if (again * often <= Course.HARDLY) {
      return first;
    }
    Course next = from(attempt + 1, again * often);
    double ratio = first.bad() > 0 ? Math.min(1, again / first.bad()) : 0;
    Times waits = Times.NONE;
    if (withTimes) {
      waits = Times.uniform(client.times().least(attempt), client.times().most(attempt));
    }
    // Of what fails some is tried again; the rest has failed for good.
    Course later = next.after(waits);
    return first.orElse(new Course(0, Times.NONE, Times.NONE, 0).or(ratio, later));
  }

  /** The share of first attempts whose failure is followed by another attempt. */
  private double triedAgain() {
    double again = 0;
    for (Outcome outcome : Outcome.ALL) {
      again += client.times().isRetried(outcome.ordinal()) ? client.ends().share(outcome) : 0;
    }
    return again * client.granted();
  }
}
