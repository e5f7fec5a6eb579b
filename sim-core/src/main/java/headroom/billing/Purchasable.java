package headroom.billing;

/** A commitment that can be bought, in whole units: so many instances, or thousandths of a USD per hour. */
public sealed interface Purchasable {

  /** The term and way to pay: "1y no-upfront". */
  String way();

  /** How much of it could cover anything of what ran. */
  long most(OpenHours run);

  /** Whether it covers the same on the same terms for less, so that nobody needs the other. */
  boolean dominates(Purchasable other);

  /** Reserved instances at an offer, for a region. */
  record Reservation(ReservedOffer offer) implements Purchasable {

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
          && offer.price().whole().compareTo(its.offer().price().whole()) < 0;
    }
  }

  /**
   * A savings plan at an offer.
   *
   * @param offer its rates
   * @param family the family of an EC2 Instance plan; empty for a Compute plan
   */
  record Plan(PlanOffer offer, String family) implements Purchasable {

    /** Whether it is for a type at all. */
    public boolean isFor(String type) {
      return family.isEmpty() || SizeFactor.family(type).equals(family);
    }

    @Override
    public String way() {
      return offer.terms();
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
