package headroom.results;

/** What became of the requests of one workload and class; times are simulated nanoseconds. */
public interface Account {

  /** A request arrived. */
  void offered(long nowNanos);

  /** A further attempt at a request that arrived then is made; the first is not told. */
  void attempted(long arrivedNanos);

  /** A request that arrived then was answered. */
  void succeeded(long arrivedNanos, long nowNanos, Journey journey);

  /** It was answered, but with less than was asked for; told beside {@link #succeeded}. */
  void degraded(long arrivedNanos);

  /** A request that arrived then failed. */
  void failed(long arrivedNanos, long nowNanos, How how, String why, Journey journey);

  /** True when {@link Journey#stops()} will be asked of the slowest requests. */
  boolean keepsStops();
}
