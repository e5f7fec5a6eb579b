package headroom.scenarios.experiment;

/** An engine on other machines: asked on many threads at once, it answers each in its turn. */
public interface RemoteEngine extends RunFunction, AutoCloseable {

  /** How many replications it runs at once, at least 1. */
  int slots();

  /** How many may well ask at once, at least {@link #slots}: with fewer some of it stands idle. */
  int callers();

  /** Lets the machines go. */
  @Override
  void close();
}
