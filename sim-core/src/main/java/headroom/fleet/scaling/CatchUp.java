package headroom.fleet.scaling;

import headroom.fleet.instances.ControlPlane;
import headroom.fleet.targets.ServerGroup;
import java.util.function.LongConsumer;

/** Does for a group, once the control plane is back, what could not be done without it. */
final class CatchUp {

  private final ControlPlane plane;
  private final ServerGroup servers;
  private final LongConsumer again;
  private boolean isPending;

  /**
   * Makes what waits for the control plane.
   *
   * @param again brings the group to its size
   */
  CatchUp(ControlPlane plane, ServerGroup servers, LongConsumer again) {
    this.plane = plane;
    this.servers = servers;
    this.again = again;
  }

  /** True when nothing can be done now: it will be tried again. */
  boolean isCutOff() {
    if (plane.isUp()) {
      return false;
    }
    servers.held(plane.cause());
    if (!isPending) {
      isPending = true;
      plane.whenBack(servers.instances().name(), now -> {
        isPending = false;
        servers.held("");
        again.accept(now);
      });
    }
    return true;
  }
}
