package headroom.fleet.targets;

/** Where a job is on its way through a server. */
enum Stage {
  /** In the queue. */
  WAITING,
  /** The server works on it. */
  WORKING,
  /** Its work is done, and it waits for the section that the group has only once. */
  AT_GATE,
  /** In that section. */
  IN_GATE,
  /** Its work is done, and it waits for somebody outside who is slow; it keeps its worker. */
  OUTSIDE,
  /** The server's own part is done; it keeps its worker, or its place, until something else is. */
  HELD,
  /** The same, but its worker or place is free for others. */
  ASIDE,
  /** Taken from the queue and not served; about to be told. */
  PASSED_OVER
}
