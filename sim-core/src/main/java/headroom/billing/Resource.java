package headroom.billing;

/**
 * What a charge is for.
 *
 * @param name what used it, as metrics name it: "groups.web", "load-balancers.shop-lb"
 * @param type the instance or balancer type: "m5.large", "application"; empty when there is none
 * @param zone the availability zone; empty when it lies in no single one
 * @param purchase how it is paid: "on-demand"
 * @param system the operating system: "linux"; empty when it has none
 */
public record Resource(String name, String type, String zone, String purchase, String system) {

  /** A thing of the region that is paid on demand. */
  static Resource regional(String name, String type) {
    return new Resource(name, type, "", "on-demand", "");
  }
}
