package headroom.fleet.targets;

/** What a server does with a job that is offered to it. */
public enum Offer {
  /** It has a worker or a waiting place. */
  TAKEN,
  /** There is no place left. */
  FULL,
  /** There would be a place, but it is turned away so that others are answered in time. */
  SHED
}
