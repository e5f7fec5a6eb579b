package headroom.policy.retry;

import headroom.results.How;
import java.time.Duration;

/**
 * One wait after a server that asked for less, another after any other failure (platform sheet
 * §7.2, [R2]).
 *
 * @param usual after any failure but throttling
 * @param throttled after throttling
 */
public record BackoffByFailure(Backoff usual, Backoff throttled) implements Backoff {

  /** The AWS SDKs' standard mode of 2026. */
  public static final BackoffByFailure SDK_2026 =
      new BackoffByFailure(sdk(Duration.ofMillis(50)), sdk(Duration.ofSeconds(1)));

  /** The same for DynamoDB's clients, which have a fourth attempt. */
  public static final BackoffByFailure SDK_2026_DYNAMODB =
      new BackoffByFailure(sdk(Duration.ofMillis(25)), sdk(Duration.ofSeconds(1)));

  private static Backoff sdk(Duration base) {
    return new ExponentialBackoff(
        base, Duration.ofSeconds(20), ExponentialBackoff.DEFAULT_FACTOR, Jitter.FULL);
  }

  @Override
  public Backoff after(How how) {
    return Retry.isThrottling(how) ? throttled.after(how) : usual.after(how);
  }

  @Override
  public double delaySeconds(int retry, double previousSeconds, double u) {
    return usual.delaySeconds(retry, previousSeconds, u);
  }

  @Override
  public double longestSeconds(int retry) {
    return Math.max(usual.longestSeconds(retry), throttled.longestSeconds(retry));
  }
}
