package headroom.kernel;

/** What is done once at a simulated time. */
@FunctionalInterface
public interface Action {
  void fire(long nowNanos);
}
