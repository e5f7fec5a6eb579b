package headroom.billing;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The price list of one of several regions, and what lies there.
 *
 * @param name the region, as the scenario calls it
 * @param provider whose it is
 * @param book its prices
 * @param owners what lies there, as results name it: "groups.web", "load-balancers.lb"
 */
public record RegionBook(String name, String provider, PriceBook book, Set<String> owners)
    implements Agreement {

  public RegionBook {
    owners = Collections.unmodifiableSet(new TreeSet<>(owners));
  }
}
