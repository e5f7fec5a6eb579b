package headroom.scenarios.spark;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A stand-alone master of Spark and its workers, each a process of its own, on loopback. */
final class SmallCluster implements AutoCloseable {

  private static final int LOOKS = 600;

  private final Path folder;
  private final int port;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();

  SmallCluster(Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    prepare();
    this.master = start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        "--webui-port",
        "0");
    await("the master to listen", () -> said("master", "I have been elected leader"));
  }

  /** Spark asks for a distribution, of which a folder with the libraries is enough. */
  private void prepare() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    for (String entry : classPath().split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      if (entry.endsWith(".jar") && Files.exists(file)) {
        Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
      }
    }
    Files.writeString(folder.resolve("logback.xml"), """
        <configuration>
          <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%msg%n</pattern></encoder>
          </appender>
          <root level="INFO"><appender-ref ref="console"/></root>
        </configuration>
        """);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Of a test run under Maven the class path is in a property of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  String url() {
    return "spark://127.0.0.1:" + port;
  }

  /** Adds a worker of one core, and waits until it is registered. */
  void addWorker() throws IOException {
    String name = "worker-" + workers.size();
    workers.add(start(
        name,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--webui-port",
        "0",
        "--work-dir",
        folder.resolve(name).toString(),
        url()));
    await(name + " to register", () -> said(name, "Successfully registered with master"));
  }

  /** Ends a worker and the executors it has started, as a power cut does. */
  void kill(int number) {
    Process worker = workers.get(number);
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  private Process start(String name, String type, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
        "-cp",
        folder.resolve("jars") + File.separator + "*",
        type));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log(name).toFile());
    builder.environment().put("SPARK_HOME", folder.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private boolean said(String name, String words) {
    try {
      return Files.readString(log(name)).contains(words);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void await(String what, BooleanSupplier isSo) throws IOException {
    for (int look = 0; look < LOOKS; look++) {
      if (isSo.getAsBoolean()) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    StringBuilder logs = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        logs.append(file.getFileName()).append(":\n").append(Files.readString(file));
      }
    }
    fail("waited in vain for " + what + "\n" + logs);
  }

  @Override
  public void close() {
    for (int i = 0; i < workers.size(); i++) {
      kill(i);
    }
    master.destroyForcibly();
  }
}
