package headroom.reports.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Chromium without a window, spoken to by its DevTools protocol; it reaches no network. */
public final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> heard;
  private final List<String> complaints = new ArrayList<>();
  private String session = "";
  private int last;

  private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> heard) {
    this.process = process;
    this.socket = socket;
    this.heard = heard;
  }

  /** Where one is installed. */
  public static Optional<Path> installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static Browser start(Path program, Path profile) throws Exception {
    Process process = new ProcessBuilder(
            program.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
      WebSocket socket = HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .buildAsync(address(process), new Ear(heard))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Browser browser = new Browser(process, socket, heard);
      browser.attach();
      return browser;
    } catch (Exception failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        // What else it says must be read, or it waits for a reader.
        Thread drain = new Thread(() -> said.lines().forEach(any -> {}), "drain");
        drain.setDaemon(true);
        drain.start();
        return URI.create(address.group(1));
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  private static final class Ear implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();
    private final BlockingQueue<JsonNode> heard;

    Ear(BlockingQueue<JsonNode> heard) {
      this.heard = heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
      part.append(data);
      if (isLast) {
        heard.add(JSON.readTree(part.toString()));
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  private void attach() throws Exception {
    String target = ask("Target.createTarget", object().put("url", "about:blank"))
        .path("targetId")
        .asString();
    session = ask("Target.attachToTarget", object().put("targetId", target).put("flatten", true))
        .path("sessionId")
        .asString();
    for (String domain : List.of("Page", "Runtime", "Log")) {
      ask(domain + ".enable", object());
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Sends a command and waits for its answer; notes what the page complains of meanwhile. */
  JsonNode ask(String method, ObjectNode parameters) throws Exception {
    int id = ++last;
    ObjectNode message = object().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (true) {
      JsonNode answer = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IOException("no answer to " + method);
      }
      note(answer);
      if (answer.path("id").asInt(-1) == id) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.path("result");
      }
    }
  }

  private void note(JsonNode message) {
    String method = message.path("method").asString("");
    boolean isError = method.equals("Runtime.exceptionThrown")
        || (method.equals("Log.entryAdded")
            && message.at("/params/entry/level").asString("").equals("error"))
        || (method.equals("Runtime.consoleAPICalled")
            && message.at("/params/type").asString("").equals("error"));
    if (isError) {
      complaints.add(message.path("params").toString());
    }
  }

  /** What pages have complained of so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Opens a file in a window of a width, light or dark, and waits until it is there. */
  public void open(Path page, int width, boolean isDark) throws Exception {
    open(page.toUri(), width, isDark);
  }

  /** Opens a page by its address. */
  void open(URI page, int width, boolean isDark) throws Exception {
    resize(width, isDark);
    ask("Page.navigate", object().put("url", page.toString()));
    for (int look = 0; look < 600; look++) {
      String there = "document.readyState === 'complete' && location.pathname.endsWith('"
          + page.getRawPath() + "')";
      if (value(there).asBoolean()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("the page did not load: " + page);
  }

  /** Makes the window so wide, light or dark. */
  public void resize(int width, boolean isDark) throws Exception {
    ask(
        "Emulation.setDeviceMetricsOverride",
        object()
            .put("width", width)
            .put("height", 900)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    ObjectNode media = object();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", isDark ? "dark" : "light");
    ask("Emulation.setEmulatedMedia", media);
  }

  /** Waits until an expression on the page is true. */
  void await(String expression) throws Exception {
    for (int look = 0; look < 600; look++) {
      if (value(expression).asBoolean()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IOException("never came: " + expression);
  }

  /** The value of an expression on the page; a promise is waited for. */
  public JsonNode value(String expression) throws Exception {
    JsonNode answer = ask(
        "Runtime.evaluate",
        object()
            .put("expression", expression)
            .put("returnByValue", true)
            .put("awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  @Override
  public void close() {
    // Its helpers write into the profile until they are gone too.
    List<ProcessHandle> helpers = process.descendants().toList();
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      for (ProcessHandle helper : helpers) {
        helper.destroyForcibly();
        helper
            .onExit()
            .orTimeout(10, TimeUnit.SECONDS)
            .exceptionally(late -> helper)
            .join();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
