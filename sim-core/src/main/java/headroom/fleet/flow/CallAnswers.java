package headroom.fleet.flow;

/** Answers to a service that calls: they are part of its own, and told with those. */
record CallAnswers(String kind, double timeout) implements AnswersByReply {

  @Override
  public void atOnce(
      double count, double before, Spread about, long from, long to, FlowStation station) {
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
