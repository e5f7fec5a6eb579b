package headroom.billing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A commitment that can be bought, in whole units: so many instances, or thousandths of a USD per hour. */
public sealed interface Purchasable {

  /** The term and way to pay: "1y no-upfront". */
  String way();

  /** How much of it could cover anything of what ran. */
  long most(OpenHours run);

  /** Whether it covers the same on the same terms for less, so that nobody needs the other. */
  boolean dominates(Purchasable other);

  /**
   * Reserved instances at an offer.
   *
   * @param offer what they cost
   * @param region the region in which they cover; empty where there are none
   */
  record Reservation(ReservedOffer offer, String region) implements Purchasable {

    /** Where there are no regions. */
    public Reservation(ReservedOffer offer) {
      this(offer, "");
    }

    @Override
    public String way() {
      return offer.price().years() + "y " + offer.payment();
    }

    @Override
    public long most(OpenHours run) {
      return run.most(this);
    }

    @Override
    public boolean dominates(Purchasable other) {
      return other instanceof Reservation its
          && its.offer().type().equals(offer.type())
          && its.region().equals(region)
          && offer.price().whole().compareTo(its.offer().price().whole()) < 0;
    }
  }

  /**
   * A savings plan.
   *
   * @param offers its rates in each region in which it holds; under an empty name where there are none
   * @param family the family of an EC2 Instance plan; empty for a Compute plan
   * @param provider whose it is; empty where there is one
   */
  record Plan(Map<String, PlanOffer> offers, String family, String provider)
      implements Purchasable {

    public Plan {
      offers = Collections.unmodifiableMap(new TreeMap<>(offers));
    }

    /** Where there are no regions. */
    public Plan(PlanOffer offer, String family) {
      this(Map.of("", offer), family, "");
    }

    /** Its terms, which are the same in all its regions. */
    public PlanOffer terms() {
      return offers.values().iterator().next();
    }

    /** Whether it is for a type at all. */
    public boolean isFor(String type) {
      return family.isEmpty() || SizeFactor.family(type).equals(family);
    }

    /** USD per hour of what ran; empty when the plan is not known to cover it. */
    public Optional<BigDecimal> rate(OpenHours.Kind kind, BigDecimal onDemand) {
      return Optional.ofNullable(offers.get(kind.region()))
          .filter(any -> isFor(kind.type()))
          .flatMap(offer -> offer.rate(kind.type(), onDemand));
    }

    @Override
    public String way() {
      return terms().terms();
    }

    @Override
    public long most(OpenHours run) {
      return run.most(this);
    }

    @Override
    public boolean dominates(Purchasable other) {
      return false;
    }
  }
}
