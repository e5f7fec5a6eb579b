package headroom.fleet.flow;

/** Answers of a station that calls others, or tells kinds of request apart, by its reply. */
interface AnswersByReply extends Answers {

  /** The class of the requests, empty where that makes no difference. */
  String kind();

  /** Seconds that the client waits. */
  double timeout();

  /** How those end that are taken. */
  default Course reply(FlowStation station) {
    return station.work(kind()).reply();
  }

  @Override
  default double within(FlowStation station) {
    Course reply = reply(station);
    double heard = station.work(kind()).heard();
    return heard * reply.good() * reply.well().within(timeout());
  }

  @Override
  default double erring(FlowStation station) {
    Course reply = reply(station);
    double heard = station.work(kind()).heard();
    return heard * reply.bad() * reply.badly().within(timeout());
  }

  @Override
  default double errorSeconds(FlowStation station) {
    return Math.min(timeout(), reply(station).badly().mean());
  }

  @Override
  default double meanSeconds(FlowStation station) {
    return Math.min(timeout(), reply(station).well().mean());
  }

  @Override
  default double slowerThan(double seconds, FlowStation station) {
    Times well = reply(station).well();
    double good = well.within(Math.min(seconds, timeout()));
    return 1 - good / Math.max(1e-12, well.within(timeout()));
  }
}
