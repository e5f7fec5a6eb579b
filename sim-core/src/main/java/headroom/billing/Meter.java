package headroom.billing;

import headroom.results.Usage;
import headroom.results.Window;
import java.util.List;

/** Turns one kind of recorded use into charges of one category; a pure function. */
interface Meter {

  Category category();

  /** The charges for what was used inside the window, in a fixed order. */
  List<Charge> charges(Usage usage, Window window, PriceBook book);
}
