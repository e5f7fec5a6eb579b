package headroom.billing;

import headroom.results.Usage;
import headroom.results.Window;
import java.util.List;

/** Turns one kind of recorded use into charges; a pure function. */
interface Meter {

  /** The charges for what was used inside the window, in a fixed order. */
  List<Charge> charges(Usage usage, Window window, PriceBook book);
}
