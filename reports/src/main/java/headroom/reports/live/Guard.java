package headroom.reports.live;

import java.util.List;
import java.util.Optional;

/**
 * Who may ask: this machine by its own name, a page of ours, and whoever knows the token.
 *
 * <p>A page of somebody else's can make a browser send requests here. It cannot name us in
 * {@code Host} unless its own name was made to lead here, and a browser says in {@code Origin} whose
 * page it is.
 */
record Guard(Token token, int port) {

  private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");

  /** The status with which a request is refused; empty for one that may pass. */
  Optional<Integer> refusal(Optional<String> host, Optional<String> origin, String path) {
    boolean isOurs = host.filter(this::isOurName).isPresent()
        && origin
            .map(said -> said.startsWith("http://") && isOurName(said.substring(7)))
            .orElse(true);
    if (!isOurs) {
      return Optional.of(403);
    }
    return token.is(word(path)) ? Optional.empty() : Optional.of(404);
  }

  private boolean isOurName(String name) {
    return NAMES.stream().anyMatch(each -> name.equals(each + ":" + port));
  }

  private static String word(String path) {
    String[] steps = path.split("/", 3);
    return steps.length < 3 ? "" : steps[1];
  }
}
