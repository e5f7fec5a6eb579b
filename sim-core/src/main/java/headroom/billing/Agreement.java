package headroom.billing;

/** One thing that a customer has agreed with a provider beside the price list. */
public sealed interface Agreement
    permits ReservedInstances,
        SavingsPlan,
        PrivateDiscount,
        FreeTier,
        Credit,
        OwnMeter,
        Managed,
        RegionBook {

  /** What it is called in results. */
  String name();
}
