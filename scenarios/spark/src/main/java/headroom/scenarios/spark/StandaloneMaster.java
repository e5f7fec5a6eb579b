package headroom.scenarios.spark;

import headroom.scenarios.experiment.MasterUnreachable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-alone master of Spark, with those that stand by for it.
 *
 * @param url as Spark writes it: "spark://one:7077,two:7077"
 * @param places host and port of each
 */
record StandaloneMaster(String url, List<InetSocketAddress> places) {

  private static final String SCHEME = "spark://";
  private static final Pattern PLACE = Pattern.compile("(.+):(\\d{1,5})");

  /**
   * The master of a URL; empty for one of another kind.
   *
   * @throws MasterUnreachable when the URL names no place
   */
  static Optional<StandaloneMaster> of(String url) {
    if (!url.startsWith(SCHEME)) {
      return Optional.empty();
    }
    List<InetSocketAddress> places = Arrays.stream(
            url.substring(SCHEME.length()).split(",", -1))
        .map(place -> place(url, place))
        .toList();
    return Optional.of(new StandaloneMaster(url, places));
  }

  private static InetSocketAddress place(String url, String place) {
    Matcher form = PLACE.matcher(place);
    if (!form.matches() || Integer.parseInt(form.group(2)) > 65_535) {
      throw new MasterUnreachable(
          "--master " + url + " names no host and port; write for example spark://host:7077");
    }
    return new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2)));
  }

  /**
   * Knocks at each place in turn.
   *
   * @throws MasterUnreachable when nobody opens within the time, all together
   */
  void checkAnswers(Duration patience) {
    StringBuilder why = new StringBuilder();
    int millis = (int) Math.max(1, patience.toMillis() / places.size());
    for (InetSocketAddress place : places) {
      try (Socket socket = new Socket()) {
        socket.connect(place, millis);
        return;
      } catch (IOException refused) {
        why.append(why.isEmpty() ? "" : "; ").append(refused.getMessage());
      }
    }
    throw new MasterUnreachable("--master " + url + " does not answer: " + why);
  }
}
