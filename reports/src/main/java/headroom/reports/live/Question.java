package headroom.reports.live;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param method of HTTP
 * @param path below the token
 * @param query its parameters
 * @param body the scenario, where one is sent
 */
record Question(String method, String path, Map<String, String> query, String body) {

  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      String[] both = pair.split("=", 2);
      query.put(decoded(both[0]), both.length == 2 ? decoded(both[1]) : "");
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      return "";
    }
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }
}
