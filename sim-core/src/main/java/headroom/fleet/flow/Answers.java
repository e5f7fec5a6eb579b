package headroom.fleet.flow;

/** What a station's answers are to one client: how many come in time, and how long they took. */
interface Answers {

  /** Of those taken, the share answered in time. */
  double within(FlowStation station);

  /** Of those taken, the share that is told in time that it cannot be answered. */
  double erring(FlowStation station);

  /** After how many seconds those are told. */
  double errorSeconds(FlowStation station);

  /** Mean seconds of those answered in time, not above the client's timeout. */
  double meanSeconds(FlowStation station);

  /** Of those answered in time, the share that takes longer than so many seconds. */
  double slowerThan(double seconds, FlowStation station);

  /** So many are answered as the station does just now, after about so many seconds before. */
  void atOnce(double count, double before, Spread about, long from, long to, FlowStation station);

  /** So many are answered after so many seconds in all. */
  void after(double count, double took, long from, String cause);

  /** So many that were told to be answered were not. */
  void takeBack(double count, long from, long to, FlowStation station);

  /** Hands over the latencies of the whole run. */
  void report(FlowStation station);
}
