package headroom.kernel;

import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.naming.context.JvmContext;

/** A replication with a naming context of its own; DSOL's usual one is global, and not safe so. */
final class OwnReplication extends Replication<Long> {
  private static final long serialVersionUID = 1L;

  OwnReplication() {
    super("replication", 0L, DsolRuns.WARM_UP, DsolRuns.LENGTH);
    setContext(new JvmContext("replication"));
  }
}
