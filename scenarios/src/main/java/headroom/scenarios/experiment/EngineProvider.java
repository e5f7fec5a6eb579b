package headroom.scenarios.experiment;

/** A way to other machines, found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

  /** What {@code --engine} calls it. */
  String name();

  /**
   * Connects to the machines that will run replications.
   *
   * @param master where they are, in the provider's own words; empty for its default
   * @throws MasterUnreachable when nobody answers there within half a minute, or there is no worker
   */
  RemoteEngine connect(String master);
}
