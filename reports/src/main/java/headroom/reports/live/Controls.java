package headroom.reports.live;

import headroom.billing.PriceBook;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a scenario the values that one would change: sizes, targets, traffic, prices, failures. */
final class Controls {

  private static final Pattern QUANTITY =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)( ?(?:[a-zA-Z%/][a-zA-Z%/ -]*)?)");

  /** Where prices of types stand that are not the book's. */
  static final TreePath OWN_PRICES = TreePath.TOP.name("prices").name("types");

  /** A kind of value, and the paths at which it stands. */
  private enum About {
    SIZES("Sizes", "groups\\..*\\.(size\\.(min|max|desired)|serves\\.(workers|queue))"),
    TARGETS(
        "Targets",
        "groups\\..*\\.scaling\\[.*(target|adjustment|cooldown)|slo\\..*|alarms\\..*"
            + "\\.(above|below|at-least|at-most)"),
    TRAFFIC("Traffic", "workloads\\..*\\.(rate(\\..*)?|timeout|attempts|count)"),
    PRICES(
        "Prices",
        "prices\\..*|failure-cost\\..*|cloud\\.spot\\[.*price|meters\\..*price"
            + "|commitments\\..*\\.(count|upfront|hourly|per-hour|discount)"),
    FAILURES(
        "Failures", "failures\\[.*(time-to-failure|time-to-repair|lasts|mean|share|errors|speed)"),
    PRECISION("Precision", "experiment\\.replications(\\.at-least|\\.at-most)?");

    private final String title;
    private final Pattern paths;

    About(String title, String paths) {
      this.title = title;
      this.paths = Pattern.compile(paths);
    }
  }

  private final Tree root;
  private final List<Control> found = new ArrayList<>();

  private Controls(Tree root) {
    this.root = root;
  }

  /** All that a scenario writes, and the prices by the hour of its groups' types. */
  static List<Control> of(Tree root, Optional<PriceBook> book) {
    Controls controls = new Controls(root);
    for (About about : About.values()) {
      controls.walk(about, TreePath.TOP, root);
      if (about == About.PRICES) {
        book.ifPresent(controls::typePrices);
      }
    }
    return controls.found;
  }

  private void walk(About about, TreePath path, Tree tree) {
    if (tree instanceof Tree.Fields map) {
      map.fields().forEach((name, field) -> walk(about, path.name(name), field.value()));
    } else if (tree instanceof Tree.Items list) {
      for (int i = 0; i < list.items().size(); i++) {
        walk(about, path.index(i), list.items().get(i));
      }
    } else if (about.paths.matcher(path.toString()).matches()) {
      control(about, path.toString(), ((Tree.Scalar) tree).text()).ifPresent(found::add);
    }
  }

  private static Optional<Control> control(About about, String path, String written) {
    Matcher form = QUANTITY.matcher(written.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group(1));
    boolean whole = number.scale() <= 0 && form.group(2).isEmpty();
    double size = number.doubleValue();
    double step = whole ? 1 : step(size);
    boolean share = form.group(2).strip().equals("%");
    double most = share ? 100 : Math.max(3 * size, 10 * step);
    return Optional.of(
        new Control(about.title, path, written.strip(), size, form.group(2), most, step));
  }

  /** A hundredth of the number's power of ten, or a tenth of one for what is 0. */
  private static double step(double number) {
    double power = 1;
    for (double rest = number; rest >= 10; rest /= 10) {
      power *= 10;
    }
    for (double rest = number; rest > 0 && rest < 1; rest *= 10) {
      power /= 10;
    }
    return power / 20;
  }

  /** A price that the book lists is an own one as soon as somebody moves it. */
  private void typePrices(PriceBook book) {
    boolean isPlain = root.at("prices").map(Tree.Scalar.class::isInstance).orElse(true);
    if (!isPlain || !(root.at("groups").orElse(root) instanceof Tree.Fields groups)) {
      return;
    }
    groups.fields().values().stream()
        .flatMap(group -> group.value() instanceof Tree.Fields map
            ? map.value("type").stream()
            : Stream.<Tree>empty())
        .filter(Tree.Scalar.class::isInstance)
        .map(type -> ((Tree.Scalar) type).text())
        .distinct()
        .forEach(type -> Optional.ofNullable(book.types().get(type))
            .flatMap(listed -> Optional.ofNullable(listed.hourly().get("linux")))
            .flatMap(price ->
                control(About.PRICES, OWN_PRICES.name(type).toString(), Money.textPerHour(price)))
            .ifPresent(found::add));
  }
}
