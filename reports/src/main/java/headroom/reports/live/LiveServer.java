package headroom.reports.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import headroom.reports.page.StyleSheet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the page to this machine alone, until it is closed. */
public final class LiveServer implements AutoCloseable {

  private static final int LARGEST_BYTES = 4_000_000;
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, work -> {
    Thread thread = new Thread(work, "live-page");
    thread.setDaemon(true);
    return thread;
  });
  private final Token token = Token.random();
  private final Guard guard;
  private final Answers answers;

  private LiveServer(Desk desk, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    guard = new Guard(token, server.getAddress().getPort());
    answers = new Answers(desk);
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any that is free
   */
  public static LiveServer start(Desk desk, int port) throws IOException {
    LiveServer live = new LiveServer(desk, port);
    live.server.createContext("/", live::handle);
    live.server.setExecutor(live.pool);
    live.server.start();
    return live;
  }

  /** Where a browser finds the page; whoever has this has the token. */
  public String address() {
    return "http://127.0.0.1:" + guard.port() + "/" + token.word() + "/";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional<Integer> refusal =
        guard.refusal(header(exchange, "Host"), header(exchange, "Origin"), path);
    if (refusal.isPresent()) {
      return Answer.status(refusal.get());
    }
    String rest = path.substring(token.word().length() + 2);
    Optional<String> file = file(rest);
    if (file.isPresent()) {
      return exchange.getRequestMethod().equals("GET")
          ? new Answer(200, type(rest), file.get())
          : Answer.status(405);
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BYTES + 1);
    return body.length > LARGEST_BYTES
        ? Answer.status(413)
        : answers.to(new Question(
            exchange.getRequestMethod(),
            rest,
            Question.query(exchange.getRequestURI().getRawQuery()),
            new String(body, StandardCharsets.UTF_8)));
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static Optional<String> file(String name) throws IOException {
    return switch (name) {
      case "" -> Optional.of(resource("live.html"));
      case "live.css" -> Optional.of(StyleSheet.tones() + resource("live.css"));
      case "live.js" -> Optional.of(resource("live.js"));
      default -> Optional.empty();
    };
  }

  private static String type(String name) {
    return name.endsWith(".css")
        ? "text/css"
        : name.endsWith(".js") ? "text/javascript" : "text/html";
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LiveServer.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type() + "; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Content-Security-Policy", answer.policy());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    answers.close();
    server.stop(0);
    pool.shutdownNow();
  }
}
