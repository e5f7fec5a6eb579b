package headroom.billing;

/**
 * What a price book asks for reserving one instance of a type.
 *
 * @param type the instance type
 * @param system the operating system
 * @param convertible whether the reservation can be exchanged
 * @param payment how it is paid: "no-upfront", "partial-upfront", "all-upfront", and until 2014
 *     "light", "medium", "heavy"
 * @param price what it costs
 * @param source where the figures come from
 */
public record ReservedOffer(
    String type,
    String system,
    boolean convertible,
    String payment,
    ReservedPrice price,
    String source) {

  /** Its terms in words: "1y standard no-upfront". */
  public String terms() {
    return price.years() + "y " + (convertible ? "convertible " : "standard ") + payment;
  }
}
