package headroom.supply;

/**
 * How often an account may ask for instances: each request takes one token of one bucket, and one
 * token of the other for each instance it asks for (fleet sheet §1.5).
 *
 * @param requests the bucket of requests
 * @param instances the bucket of instances asked for
 */
public record Api(ApiLimit requests, ApiLimit instances) {

  /**
   * 1,000 instances, 2 more a second [E7]; 5 requests, 2 more a second (from general knowledge,
   * unverified).
   */
  public static final Api USUAL = new Api(new ApiLimit(5, 2), new ApiLimit(1_000, 2));
}
