package headroom.billing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a commitment was used, and what that was worth.
 *
 * @param name the commitment
 * @param used USD of its price that covered use
 * @param unused USD of its price that nothing used
 * @param list USD that the covered use would have cost on demand
 * @param seconds instance-seconds covered
 */
public record CommitmentUse(
    String name, BigDecimal used, BigDecimal unused, BigDecimal list, long seconds) {

  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

  /** The commitments of a bill that cost or covered anything, in the order of its lines. */
  public static List<CommitmentUse> of(Bill bill) {
    Map<String, CommitmentUse> uses = new LinkedHashMap<>();
    bill.charges().stream()
        .filter(charge -> charge.terms().isCommitted())
        .forEach(
            charge -> uses.merge(charge.terms().commitment(), of(charge), CommitmentUse::plus));
    return List.copyOf(uses.values());
  }

  private static CommitmentUse of(Charge charge) {
    BigDecimal none = BigDecimal.ZERO;
    boolean used = charge.terms().kind() == Terms.Kind.COVERED;
    return used
        ? new CommitmentUse(
            charge.terms().commitment(),
            charge.amount(),
            none,
            charge.item().unitPrice().amount(charge.count()),
            charge.count())
        : new CommitmentUse(charge.terms().commitment(), none, charge.amount(), none, 0);
  }

  private CommitmentUse plus(CommitmentUse other) {
    return new CommitmentUse(
        name,
        used.add(other.used),
        unused.add(other.unused),
        list.add(other.list),
        seconds + other.seconds);
  }

  /** The share of its price that covered use; empty when it cost nothing. */
  public Optional<BigDecimal> utilisation() {
    BigDecimal all = used.add(unused);
    return all.signum() == 0
        ? Optional.empty()
        : Optional.of(used.divide(all, MathContext.DECIMAL64));
  }

  /** USD that an hour of covered use came to, the unused part included; empty without use. */
  public Optional<BigDecimal> effectiveRate() {
    return seconds == 0
        ? Optional.empty()
        : Optional.of(used.add(unused)
            .multiply(HOUR)
            .divide(BigDecimal.valueOf(seconds), MathContext.DECIMAL64));
  }

  /** USD less than on demand; below zero when the commitment did not pay. */
  public BigDecimal saving() {
    return list.subtract(used).subtract(unused);
  }

  /** The share of its price that had to cover use to cost what on demand costs; empty without use. */
  public Optional<BigDecimal> breakEven() {
    return list.signum() == 0 || used.signum() == 0
        ? Optional.empty()
        : Optional.of(used.divide(list, MathContext.DECIMAL64));
  }

  /** The share of instance time, at list prices, that commitments cover; empty without any. */
  public static Optional<BigDecimal> coverage(Bill bill) {
    BigDecimal covered =
        of(bill).stream().map(CommitmentUse::list).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rest = bill.charges().stream()
        .filter(charge -> charge.item().meter().equals(InstanceMeter.INSTANCE_TIME))
        .filter(charge -> charge.terms().kind() == Terms.Kind.ON_DEMAND)
        .map(charge -> charge.item().unitPrice().amount(charge.count()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal all = covered.add(rest);
    return all.signum() == 0
        ? Optional.empty()
        : Optional.of(covered.divide(all, MathContext.DECIMAL64));
  }
}
