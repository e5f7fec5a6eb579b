package headroom.fleet.targets;

import headroom.kernel.Event;
import org.jspecify.annotations.Nullable;

/**
 * Something an instance works on: its own completion event. Reused after it has ended.
 *
 * <p>Package-visible fields are the server's notes on the job while it is there.
 */
public abstract class Job extends Event {

  /** Luck of the service demand, drawn at arrival: uniform in (0, 1). */
  protected double demandLuck;

  /** Its class among those its server tells apart; 0 for none of them. */
  protected int requestClass;

  /** When its caller waits no longer; Long.MAX_VALUE for never. */
  protected long giveUpAt = Long.MAX_VALUE;

  @Nullable
  Server server;

  /** The failure that made its answer an error; empty while it has none. */
  String spoiltBy = "";

  /** True when whoever waits for its answer never gets one. */
  private boolean unheard;

  long enteredAt;
  long startedAt;
  long workedAt;
  int slot;

  /** Where it is on a server that tells stages apart. */
  Stage stage = Stage.WAITING;

  /** Nanoseconds of work at full speed: still to do, or attained by when all is done (sharing). */
  double work;

  /** Its neighbours in a list it is in: who waits for the serial section, who was passed over. */
  @Nullable
  Job ahead;

  @Nullable
  Job behind;

  /** The server that holds it, waiting or in service; null when none does. */
  public final @Nullable Server server() {
    return server;
  }

  /** The failure that made its answer an error; empty when it is none. */
  public final String spoiltBy() {
    return spoiltBy;
  }

  /** True when whoever waits for its answer never gets one, by the failure that spoilt it. */
  public final boolean isUnheard() {
    return unheard;
  }

  /** Whoever waits for its answer never gets one, by a failure. */
  public final void unheardBy(String cause) {
    spoiltBy = cause;
    unheard = true;
  }

  /** It is sent anew. */
  protected final void isHeard() {
    spoiltBy = "";
    unheard = false;
  }

  public final boolean isOnServer() {
    return server != null;
  }

  /** When it came to the server it is at, or was at last. */
  public final long enteredAt() {
    return enteredAt;
  }

  /** When the server it is at, or was at last, began to work on it. */
  public final long startedAt() {
    return startedAt;
  }

  /** When the server it is at, or was at last, had done its own work on it; calls come after. */
  public final long workedAt() {
    return workedAt;
  }

  /** True when nobody waits for it any more. */
  protected abstract boolean isAbandoned();

  /** The server took it from its queue and will not work on it. */
  protected abstract void dropped(long nowNanos);

  /** The server has done its work. */
  protected abstract void served(long nowNanos);

  /** The server has stopped running, and the work with it. */
  protected abstract void lost(long nowNanos);

  /** Nobody took it, and whoever waited for that has waited long enough. */
  protected abstract void overdue(long nowNanos);

  @Override
  protected void fire(long nowNanos) {
    if (server == null) {
      overdue(nowNanos);
    } else {
      server.finish(this, nowNanos);
    }
  }
}
