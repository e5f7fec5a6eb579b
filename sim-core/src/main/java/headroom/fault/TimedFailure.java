package headroom.fault;

/** A failure of one thing that is down for stretches of time. */
public interface TimedFailure extends Failure {

  /** When it is down. */
  Timing timing();
}
