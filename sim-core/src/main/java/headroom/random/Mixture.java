package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One of several laws, chosen by its share.
 *
 * <p>One uniform number chooses the component and, rescaled within the component's share, samples it;
 * so {@link #quantile} grows within each component, not from one to the next.
 */
public record Mixture(List<Component> components) implements Distribution {

  private static final double TOLERANCE = 1e-9;
  private static final double LEAST = 0x1p-53;

  /** A law and the share of all samples that follow it, above 0 and at most 1. */
  public record Component(double share, Distribution of) {

    public static List<Problem> problems(double share) {
      return Problems.of()
          .require("share", share > 0 && share <= 1, "must be above 0 and at most 1, was " + share)
          .list();
    }

    public Component {
      Problems.throwIfAny(problems(share));
    }
  }

  public static List<Problem> problems(List<Component> components) {
    double sum = sum(components, Component::share);
    return Problems.of()
        .require("components", !components.isEmpty(), "must hold at least one component")
        .require(
            "components",
            components.isEmpty() || Math.abs(sum - 1) <= TOLERANCE,
            "must have shares that add up to 1, added up to " + sum)
        .list();
  }

  public Mixture {
    components = List.copyOf(components);
    Problems.throwIfAny(problems(components));
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
    return sum(components, c -> c.share() * c.of().mean());
  }

  @Override
  public double variance() {
    double mean = mean();
    return sum(components, c -> c.share() * spread(c.of(), mean));
  }

  private static double spread(Distribution of, double centre) {
    double away = of.mean() - centre;
    return of.variance() + away * away;
  }

  private static double within(double u, double start, double share) {
    return Math.min(Math.max((u - start) / share, LEAST), 1 - LEAST);
  }

  private static double sum(List<Component> components, ToDoubleFunction<Component> part) {
    double sum = 0;
    for (Component component : components) {
      sum += part.applyAsDouble(component);
    }
    return sum;
  }
}
