package headroom.scenarios.yaml;

import headroom.billing.PriceBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the price books are that a scenario names by their ids. */
public interface PriceBookSource {

  /** The ids there are: "us-east-1/2026-07". */
  List<String> ids();

  /** The book of an id, if there is one. */
  Optional<PriceBook> book(String id);

  /**
   * A book of the user's own.
   *
   * @throws headroom.scenarios.text.InputException with everything that is wrong with it
   */
  PriceBook read(Path file);
}
