package headroom.billing;

/** One thing that a customer has agreed with the provider beside the price list. */
public sealed interface Agreement
    permits ReservedInstances, SavingsPlan, PrivateDiscount, FreeTier, Credit {

  /** What it is called in results. */
  String name();
}
