package headroom.fleet.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of one place in a name's record, which is never empty again once it has one.
 *
 * @param <A> what stands for an address
 */
public final class ToldAddresses<A> {

  private final List<A> told = new ArrayList<>();
  private @Nullable A outdated;

  /** Those that answers hold. */
  public List<A> list() {
    return told;
  }

  public void add(A address) {
    if (outdated != null) {
      told.remove(outdated);
      outdated = null;
    }
    told.add(address);
  }

  /** Takes an address out of the record, where another is left. */
  public void remove(A address) {
    if (told.size() == 1 && told.contains(address)) {
      outdated = address;
    } else {
      told.remove(address);
    }
  }

  /** True when all of them should be there. */
  public boolean areCurrent() {
    return outdated == null && !told.isEmpty();
  }
}
