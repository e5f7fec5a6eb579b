package headroom.reports.cli;

import headroom.billing.PriceBook;
import headroom.scenarios.library.PriceBooks;
import headroom.scenarios.yaml.PriceBookSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The price books that ship, each read once, and those of the user's own. */
final class ShippedBooks implements PriceBookSource {

  private final Map<String, PriceBook> read = new LinkedHashMap<>();

  @Override
  public List<String> ids() {
    return PriceBooks.ids();
  }

  @Override
  public synchronized Optional<PriceBook> book(String id) {
    return ids().contains(id)
        ? Optional.of(read.computeIfAbsent(id, PriceBooks::load))
        : Optional.empty();
  }

  @Override
  public String cure(String id) {
    return PriceBooks.cure(id);
  }

  @Override
  public PriceBook read(Path file) {
    return PriceBooks.read(file);
  }
}
