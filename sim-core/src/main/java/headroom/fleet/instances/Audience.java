package headroom.fleet.instances;

import java.util.ArrayList;
import java.util.List;

/**
 * Those of a group's listeners who want to know of one kind of news, in the order in which they
 * listen. Of some fifteen listeners two to five want to know of any one kind, and large fleets have
 * many news: whoever leaves a method of {@link InstanceListener} as it is, is not asked.
 */
final class Audience {

  private final String kind;
  private InstanceListener[] all = {};

  /**
   * Nobody listens yet.
   *
   * @param kind the method that hears the news: of an instance and a moment
   */
  Audience(String kind) {
    this.kind = kind;
  }

  /** Chooses anew from all who listen. */
  void choose(List<InstanceListener> listeners) {
    List<InstanceListener> chosen = new ArrayList<>();
    for (InstanceListener listener : listeners) {
      if (hears(listener)) {
        chosen.add(listener);
      }
    }
    all = chosen.toArray(new InstanceListener[0]);
  }

  private boolean hears(InstanceListener listener) {
    try {
      return listener.getClass().getMethod(kind, Instance.class, long.class).getDeclaringClass()
          != InstanceListener.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("listeners hear nothing of " + kind, e);
    }
  }

  /** Whoever wants to know, in order; not to be changed. */
  InstanceListener[] all() {
    return all;
  }
}
