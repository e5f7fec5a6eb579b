package headroom.fleet.instances;

/** How far an instance is prepared before it is launched into a group. */
public enum Preparation {
  /** Not at all: it goes through the whole of its start. */
  NONE,
  /** Its bootstrap is done; it boots, and its application starts. */
  STOPPED,
  /** Its memory is kept too; it only boots. */
  HIBERNATED,
  /** It runs, ready to serve. */
  RUNNING
}
