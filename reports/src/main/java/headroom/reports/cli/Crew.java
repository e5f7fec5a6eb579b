package headroom.reports.cli;

import headroom.scenarios.experiment.EngineProvider;
import headroom.scenarios.experiment.RemoteEngine;
import headroom.scenarios.experiment.RunFunction;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Who runs the replications of a command: threads of this machine, or a cluster.
 *
 * @param engine runs one replication
 * @param threads how many are asked for at once
 * @param remote the cluster, if there is one, to be let go at the end
 */
record Crew(RunFunction engine, int threads, Optional<RemoteEngine> remote)
    implements AutoCloseable {

  static final String LOCAL = "local";

  /**
   * Gets it ready.
   *
   * @throws WrongUse when the engine asked for is not here
   */
  static Crew of(CommonOptions options, RunFunction local) {
    return of(options, local, ServiceLoader.load(EngineProvider.class));
  }

  static Crew of(CommonOptions options, RunFunction local, Iterable<EngineProvider> providers) {
    if (options.engine.equals(LOCAL)) {
      int processors = Runtime.getRuntime().availableProcessors();
      return new Crew(local, options.threads.orElse(processors), Optional.empty());
    }
    for (EngineProvider provider : providers) {
      if (provider.name().equals(options.engine)) {
        RemoteEngine remote = provider.connect(options.master.orElse(""));
        int threads = options.threads.orElse(remote.callers());
        return new Crew(remote, threads, Optional.of(remote));
      }
    }
    throw new WrongUse("--engine " + options.engine + " is a module of its own that is not here;"
        + " build it once: mvn -pl scenarios/spark -am package -DskipTests"
        + " (docs/cluster.md), or use --engine local");
  }

  @Override
  public void close() {
    remote.ifPresent(RemoteEngine::close);
  }
}
