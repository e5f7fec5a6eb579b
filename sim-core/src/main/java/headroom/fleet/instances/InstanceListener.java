package headroom.fleet.instances;

import headroom.supply.LaunchError;

/** Hears what becomes of instances; told in the order in which listeners were added. */
public interface InstanceListener {

  /** The cloud was asked for it. */
  default void asked(Instance instance, long nowNanos) {}

  /** It runs, though it is not in service yet. */
  default void running(Instance instance, long nowNanos) {}

  /** It was on its way to service, or in it, and is so no more, whatever became of it. */
  default void mayGoNoMore(Instance instance, long nowNanos) {}

  /** Its start has come to nothing; it still runs. */
  default void startFailed(Instance instance, LaunchError error, long nowNanos) {}

  /** It is likelier than before that the provider takes it back. */
  default void rebalanceRecommended(Instance instance, long nowNanos) {}

  /** The provider will take it back in a while. */
  default void interruptionNoticed(Instance instance, long nowNanos) {}

  /** It can take requests from now on. */
  default void inService(Instance instance, long nowNanos) {}

  /** It was in service and is so no more, whatever became of it; told before that. */
  default void outOfService(Instance instance, long nowNanos) {}

  /** It was in service and is to end: no new requests, but it still runs. */
  default void draining(Instance instance, long nowNanos) {}

  /** It stopped running by itself; nobody has noticed. */
  default void crashed(Instance instance, long nowNanos) {}

  /** Somebody stops or reboots it: it answers no more from now on. */
  default void halted(Instance instance, long nowNanos) {}

  /** It goes on as the one of that ordinal, which is told of next; it itself is gone. */
  default void continued(Instance instance, int by, long nowNanos) {}

  /** It has been stopped, and may be started again. */
  default void stopped(Instance instance, long nowNanos) {}

  /** It is gone for good. */
  default void terminated(Instance instance, long nowNanos) {}
}
