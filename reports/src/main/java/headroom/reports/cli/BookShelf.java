package headroom.reports.cli;

import headroom.billing.PriceBook;
import headroom.scenarios.library.PriceBooks;
import headroom.scenarios.text.Shown;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the price book that a command line names. */
final class BookShelf {

  private BookShelf() {}

  /**
   * A user's own book where a file ending is given, else one that ships.
   *
   * @throws WrongUse when there is none
   */
  static PriceBook find(String name) {
    if (name.matches(".*\\.(yaml|yml|json)")) {
      Path file = Path.of(name);
      if (!Files.exists(file)) {
        throw new WrongUse(Shown.quoted(name) + ": no such file");
      }
      return PriceBooks.read(file);
    }
    if (!PriceBooks.ids().contains(name)) {
      throw new WrongUse("no price book " + Shown.quoted(name) + "; " + PriceBooks.cure(name));
    }
    return PriceBooks.load(name);
  }
}
