package headroom.billing;

import java.math.BigDecimal;

/**
 * On what terms a charge was made.
 *
 * @param kind which of the ways to pay
 * @param commitment the name of the commitment or credit behind it; empty when there is none
 * @param discount the share that a private discount takes off, between 0 and 1
 */
public record Terms(Kind kind, String commitment, BigDecimal discount) {

  /** The ways to pay. */
  public enum Kind {
    ON_DEMAND,
    /** At a price that changes by itself: spot. */
    DYNAMIC,
    /** Use that a commitment covers, at its share of what the commitment costs. */
    COVERED,
    /** What of a commitment nothing used. */
    UNUSED,
    /** Money given back. */
    CREDIT
  }

  static final Terms ON_DEMAND = of(Kind.ON_DEMAND, "");
  static final Terms DYNAMIC = of(Kind.DYNAMIC, "");

  static Terms of(Kind kind, String commitment) {
    return new Terms(kind, commitment, BigDecimal.ZERO);
  }

  Terms less(BigDecimal share) {
    return new Terms(kind, commitment, share);
  }

  /** Whether a commitment pays for it, used or not. */
  public boolean isCommitted() {
    return kind == Kind.COVERED || kind == Kind.UNUSED;
  }
}
