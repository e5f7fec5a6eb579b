package headroom.billing;

/**
 * One thing that a price book sells.
 *
 * @param sku its key, the same for one thing at one price: "compute.m5.large.linux"
 * @param meter what is counted: "instance time", "capacity units"
 * @param description one line for people, price included
 * @param unitPrice its price
 */
public record Item(String sku, String meter, String description, UnitPrice unitPrice) {}
