package headroom.fleet.routing;

import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Browser;
import headroom.policy.routing.Stickiness;
import headroom.spec.LoadBalancer;
import java.time.Duration;

/** Sends users back to the target that they had, as long as it is healthy. */
final class Cookies {

  private final boolean endsWithSession;
  private final boolean isRefreshed;
  private final long lasts;
  private final boolean startsOver;
  private long broken;

  Cookies(Stickiness rule, LoadBalancer.Type type) {
    this.endsWithSession = rule.lasts().isEmpty();
    // The classic balancer's cookie runs out at a fixed time; the other's with each request anew.
    this.isRefreshed = type != LoadBalancer.Type.CLASSIC;
    this.lasts = rule.lasts().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    this.startsOver = rule.whenLost() == Stickiness.WhenLost.STARTS_OVER;
  }

  /** Requests whose target was gone or unhealthy before its cookie had run out. */
  long broken() {
    return broken;
  }

  Entry choose(Attempt request, Pool pool, boolean counts, long now) {
    Browser browser = request.browser();
    if (browser == null) {
      return pool.choose(request, now);
    }
    Object target = browser.target(now);
    if (target instanceof Entry entry && entry.isHealthy()) {
      if (isRefreshed) {
        remember(browser, entry, now);
      }
      return entry;
    }
    if (target != null) {
      broken += counts ? 1 : 0;
      if (startsOver) {
        browser.loseSession();
      }
    }
    Entry entry = pool.choose(request, now);
    remember(browser, entry, now);
    return entry;
  }

  private void remember(Browser browser, Entry entry, long now) {
    long expires = lasts > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + lasts;
    browser.setTarget(entry, expires, endsWithSession);
  }
}
