package headroom.reports.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.cli.LiveDesk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live page as HTTP sees it: who may ask, and what is answered. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private LiveServer server;
  private URI address;

  @BeforeEach
  void start(@TempDir Path home) throws IOException {
    server = LiveServer.start(LiveDesk.of(home), 0);
    address = URI.create(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(to(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The status line of a request that no honest client would send. */
  private String raw(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("").replaceAll("^HTTP/1.1 ([0-9]+).*", "$1");
    }
  }

  @Test
  void whoKnowsTheTokenGetsThePage() throws Exception {
    HttpResponse<String> page = send(to(""));
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<title>Headroom, live</title>"));
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
    assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
    assertEquals(200, send(to("live.js")).statusCode());
    assertTrue(send(to("live.css")).body().contains("--tone-paper"));
    assertEquals(34, address.getPath().length(), "128 bits");
  }

  @Test
  void whoDoesNotIsToldNothing() throws Exception {
    for (String path : List.of("/", "/api/start", "/0123456789abcdef0123456789abcdef/")) {
      HttpResponse<String> answer = send(to(path));
      assertEquals(404, answer.statusCode(), path);
      assertEquals("", answer.body());
    }
    try (LiveServer another = LiveServer.start(LiveDesk.of(Path.of("")), 0)) {
      assertFalse(another.address().contains(address.getPath()));
    }
  }

  @Test
  void onlyThisMachineByItsOwnNameIsAnswered() throws Exception {
    String get = "GET " + address.getPath() + " HTTP/1.1";
    int port = address.getPort();
    assertEquals("200", raw(get, "Host: 127.0.0.1:" + port));
    assertEquals("200", raw(get, "Host: localhost:" + port));
    for (String host :
        List.of("evil.example:" + port, "evil.example", "127.0.0.1", "localhost:1")) {
      assertEquals("403", raw(get, "Host: " + host), host);
    }
    String ours = "Host: 127.0.0.1:" + port;
    assertEquals("200", raw(get, ours, "Origin: http://127.0.0.1:" + port));
    for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + port)) {
      assertEquals("403", raw(get, ours, "Origin: " + origin), origin);
    }
  }

  @Test
  void noOtherMachineReachesIt() throws Exception {
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress each : network.inetAddresses().toList()) {
        if (!each.isLoopbackAddress() && network.isUp()) {
          try (Socket socket = new Socket(each, address.getPort())) {
            throw new AssertionError("reached by " + socket.getInetAddress());
          } catch (IOException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isEmpty());
          }
        }
      }
    }
  }

  @Test
  void otherMethodsAndPathsAreRefused() throws Exception {
    assertEquals(405, send(to("api/run")).statusCode());
    assertEquals(405, post("api/result?id=1", "").statusCode());
    assertEquals(405, post("", "").statusCode());
    assertEquals(
        405, send(to("").method("DELETE", HttpRequest.BodyPublishers.noBody())).statusCode());
    for (String path :
        List.of("api/none", "../x", "api/result?id=99", "report?id=x", "live.html")) {
      assertEquals(404, send(to(path)).statusCode(), path);
    }
    assertEquals(413, post("api/check", "x".repeat(4_000_001)).statusCode());
  }

  @Test
  void problemsComeWithTheirLines() throws Exception {
    String wrong =
        LiveDesk.SCENARIO.replace("min: 2", "min: many").replace("lasts: 2h", "lasts: 2");
    String told = post("api/check", wrong).body();
    assertTrue(told.contains("\"line\": 2,") && told.contains("'2' has no unit"), told);
    assertTrue(told.contains("\"line\": 6,") && told.contains("groups.web.size.min"), told);
    assertEquals(400, post("api/run?variant=a", wrong).statusCode());
    assertTrue(post("api/check", "{").body().contains("\"problems\": [\n    {"));
  }

  @Test
  void aValueIsSetInItsPlaceAndTheRestStays() throws Exception {
    String set =
        post("api/set?path=groups.web.size.min&value=3", LiveDesk.SCENARIO).body();
    assertTrue(set.contains("# a comment that stays"), set);
    assertTrue(set.contains("size: {min: 3}, serves"), set);
    String price = post(
            "api/set?path=prices.types.%22m5.large%22&value=0.05%20USD%2Fh", LiveDesk.SCENARIO)
        .body();
    assertTrue(
        price.contains("prices: {book: us-east-1/2026-07, types: {m5.large: 0.05 USD/h}}"), price);
    assertEquals(400, post("api/set?path=a..b&value=3", LiveDesk.SCENARIO).statusCode());
  }

  @Test
  void slidersAreFoundForEveryKindOfValue() throws Exception {
    String told = post("api/check", LiveDesk.SCENARIO).body();
    for (String path : List.of(
        "groups.web.size.min",
        "groups.web.serves.workers",
        "slo.availability",
        "workloads.users.rate",
        "prices.types.\\\"m5.large\\\"",
        "failures[0].instances.time-to-failure.exponential.mean",
        "experiment.replications")) {
      assertTrue(told.contains("\"path\": \"" + path + "\""), path + "\n" + told);
    }
  }

  @Test
  void aRunIsToldAsItComesAndEndsWithTheReport() throws Exception {
    String id = post("api/run?variant=a", LiveDesk.SCENARIO).body().replaceAll("[^0-9]", "");
    String told = "";
    while (!told.contains("\"finished\": true")) {
      told = send(to("api/result?id=" + id)).body();
      Thread.sleep(20);
    }
    assertTrue(told.contains("\"done\": 4") && told.contains("\"metric\": \"cost.monthly\""), told);
    assertTrue(told.contains("\"state\": \"met\""), told);
    assertTrue(send(to("api/fleet?id=" + id)).body().contains("groups.web.in-service.zone-a"));
    assertTrue(send(to("report?id=" + id)).body().contains("<h1><bdi>small</bdi></h1>"));
  }
}
