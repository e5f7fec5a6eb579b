package headroom.scenarios.yaml;

import headroom.billing.PriceBook;
import headroom.scenarios.text.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the price books are that a scenario names by their ids. */
public interface PriceBookSource {

  /** The ids there are: "us-east-1/2026-07". */
  List<String> ids();

  /** A clause that helps who asked for a book that is not there. */
  default String cure(String id) {
    return Shown.cure(id, ids());
  }

  /** The book of an id, if there is one. */
  Optional<PriceBook> book(String id);

  /**
   * A book of the user's own.
   *
   * @throws headroom.scenarios.text.InputException with everything that is wrong with it
   */
  PriceBook read(Path file);
}
