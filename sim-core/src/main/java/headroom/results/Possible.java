package headroom.results;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can happen to the requests of a scenario, so that every replication of it has the same
 * figures: a zero for what could have happened and did not, nothing for what cannot.
 *
 * @param hows how requests may fail
 * @param parts where their time may go
 * @param degraded true when an answer may be a poorer one than was asked for
 * @param metastability how a fleet is watched that may stay down after its trigger is over; empty
 *     when nothing could keep it there
 */
public record Possible(
    Set<How> hows, Set<Part> parts, boolean degraded, Optional<MetastableRule> metastability) {

  /** One attempt at a service that needs nobody else. */
  public static final Possible PLAIN = new Possible(
      EnumSet.of(How.REFUSED, How.TIMEOUT, How.NO_TARGET, How.CONNECTION_LOST),
      EnumSet.of(Part.QUEUE, Part.SERVICE),
      false,
      Optional.empty());

  public Possible {
    hows = Collections.unmodifiableSet(new TreeSet<>(hows));
    parts = Collections.unmodifiableSet(new TreeSet<>(parts));
  }
}
