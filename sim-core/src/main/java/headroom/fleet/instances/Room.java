package headroom.fleet.instances;

import headroom.supply.LaunchError;
import java.util.Optional;

/** Machines that the account has already, on which a group finds its place or not. */
public interface Room {

  /** What keeps one more instance from running in a zone just now; empty when nothing does. */
  Optional<LaunchError> refusal(String zone);
}
