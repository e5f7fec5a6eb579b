package headroom.fleet.flow;

/** Answers to a service that calls: they are part of its own, and told with those. */
record CallAnswers(String kind, double timeout) implements Answers {

  private Course reply(FlowStation station) {
    return station.work(kind).reply();
  }

  @Override
  public double within(FlowStation station) {
    Course reply = reply(station);
    return reply.good() * reply.well().within(timeout);
  }

  @Override
  public double erring(FlowStation station) {
    Course reply = reply(station);
    return reply.bad() * reply.badly().within(timeout);
  }

  @Override
  public double errorSeconds(FlowStation station) {
    return Math.min(timeout, reply(station).badly().mean());
  }

  @Override
  public double meanSeconds(FlowStation station) {
    return Math.min(timeout, reply(station).well().mean());
  }

  @Override
  public void atOnce(double count, double before, long from, long to, FlowStation station) {
    // Part of the caller's own answer.
  }

  @Override
  public void after(double count, double took, long from, String cause) {
    throw new IllegalStateException("what becomes of a call is told when it is made");
  }

  @Override
  public void takeBack(double count, long from, long to, FlowStation station) {
    // The caller takes back its own.
  }

  @Override
  public void report(FlowStation station) {
    // Nobody asked for the latency of calls.
  }
}
