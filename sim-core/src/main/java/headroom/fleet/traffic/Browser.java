package headroom.fleet.traffic;

import org.jspecify.annotations.Nullable;

/** What a user keeps between requests: the connection, and the balancer's cookie. */
public final class Browser {

  private long key;
  private long connection;
  private long connectedAt;
  private double left;
  private @Nullable Object target;
  private long expiresAt;
  private boolean untilSessionEnds;
  private boolean lostSession;

  void isOpened(long senderKey) {
    key = senderKey;
    connection = senderKey;
    left = 0;
    target = null;
    lostSession = false;
  }

  void sessionBegins() {
    if (untilSessionEnds) {
      target = null;
    }
    lostSession = false;
  }

  /** Takes the open connection, or a new one when that has carried what it carries. */
  void asks(double requestsPerConnection, long now) {
    if (left < 1) {
      connection += 0x9E3779B97F4A7C15L;
      connectedAt = now;
      left += requestsPerConnection;
    }
    left--;
  }

  long key() {
    return key;
  }

  long connection() {
    return connection;
  }

  long connectedAt() {
    return connectedAt;
  }

  /** The target its cookie names; null when it has none, or one that has expired. */
  public @Nullable Object target(long now) {
    return now < expiresAt ? target : null;
  }

  /** Sets the cookie. */
  public void setTarget(Object chosen, long expires, boolean endsWithSession) {
    target = chosen;
    expiresAt = expires;
    untilSessionEnds = endsWithSession;
  }

  /** The target that knew the session is gone. */
  public void loseSession() {
    lostSession = true;
  }

  /** Whether that has happened since this was asked last. */
  boolean hasLostSession() {
    boolean lost = lostSession;
    lostSession = false;
    return lost;
  }
}
