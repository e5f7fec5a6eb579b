package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * One of several laws, chosen by its share.
 *
 * <p>One uniform number both chooses the component and, rescaled within the component's share,
 * samples it; so {@link #quantile} grows within a component only.
 */
public record Mixture(List<Component> components) implements Distribution {

  private static final double TOLERANCE = 1e-9;

  /** A law and the share of all samples that follow it, between 0 and 1. */
  public record Component(double share, Distribution of) {

    public static List<Problem> problems(double share) {
      return Problems.of().positive("share", share).ratio("share", share).list();
    }

    public Component {
      Problems.throwIfAny(problems(share));
    }
  }

  public static List<Problem> problems(List<Component> components) {
    double sum = components.stream().mapToDouble(Component::share).sum();
    return Problems.of()
        .require("", !components.isEmpty(), "needs at least one component", "{share: 100%, of: …}")
        .require(
            "",
            components.isEmpty() || Math.abs(sum - 1) <= TOLERANCE,
            "shares must add up to 1, added up to " + sum)
        .list();
  }

  public Mixture {
    Problems.throwIfAny(problems(components));
    components = List.copyOf(components);
  }

  @Override
  public double quantile(double u) {
    double start = 0;
    int chosen = 0;
    while (chosen < components.size() - 1 && u >= start + components.get(chosen).share()) {
      start += components.get(chosen).share();
      chosen++;
    }
    Component component = components.get(chosen);
    return component.of().quantile(within(u, start, component.share()));
  }

  @Override
  public Sampler sampler() {
    double[] shares = components.stream().mapToDouble(Component::share).toArray();
    Sampler[] samplers = components.stream().map(c -> c.of().sampler()).toArray(Sampler[]::new);
    return u -> {
      double start = 0;
      int chosen = 0;
      while (chosen < shares.length - 1 && u >= start + shares[chosen]) {
        start += shares[chosen];
        chosen++;
      }
      return samplers[chosen].sample(within(u, start, shares[chosen]));
    };
  }

  @Override
  public double mean() {
    return components.stream().mapToDouble(c -> c.share() * c.of().mean()).sum();
  }

  @Override
  public double variance() {
    double mean = mean();
    return components.stream().mapToDouble(c -> c.share() * spread(c.of(), mean)).sum();
  }

  private static double spread(Distribution of, double centre) {
    double away = of.mean() - centre;
    return of.variance() + away * away;
  }

  private static double within(double u, double start, double share) {
    return Math.min(Math.max((u - start) / share, 0x1p-54), 1 - 0x1p-53);
  }
}
