package headroom.policy.placement;

import headroom.supply.Resources;
import java.util.List;

/**
 * Which of several machines gets the next thing that must fit: the classic rules of bin packing,
 * and the even spread that schedulers of containers take by default (platform sheet §2.1 [E3]).
 */
public enum Packing {
  /** The first that has room, in the order in which they came. */
  FIRST_FIT {
    @Override
    boolean isBetter(Bin one, Bin than, Resources need) {
      return false;
    }
  },
  /** The one that is left with least: fills machines up. */
  BEST_FIT {
    @Override
    boolean isBetter(Bin one, Bin than, Resources need) {
      return left(one, need) < left(than, need);
    }
  },
  /** The one that is left with most. */
  WORST_FIT {
    @Override
    boolean isBetter(Bin one, Bin than, Resources need) {
      return left(one, need) > left(than, need);
    }
  },
  /** The one that holds fewest, and of equals the one that is left with most. */
  SPREAD {
    @Override
    boolean isBetter(Bin one, Bin than, Resources need) {
      return one.held() == than.held()
          ? left(one, need) > left(than, need)
          : one.held() < than.held();
    }
  };

  /** A machine that may have room. */
  public interface Bin {

    /** What nobody has been given of it. */
    Resources free();

    /** All of it. */
    Resources whole();

    /** How many things are on it. */
    int held();
  }

  /** The number of the machine to take; -1 when none has room. */
  public int choose(List<? extends Bin> bins, Resources need) {
    int chosen = -1;
    for (int i = 0; i < bins.size(); i++) {
      boolean fits = bins.get(i).free().fits(need);
      if (fits && (chosen < 0 || isBetter(bins.get(i), bins.get(chosen), need))) {
        chosen = i;
      }
    }
    return chosen;
  }

  abstract boolean isBetter(Bin one, Bin than, Resources need);

  /** What is left by the dimension that is scarcer, as a share of the machine. */
  private static double left(Bin bin, Resources need) {
    return 1 - bin.free().minus(need).utilisationOf(bin.whole());
  }
}
