package headroom.scenarios.library;

import headroom.scenarios.text.Document;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that ship with Headroom, by name. */
public final class Library {

  private static final List<String> NAMES = List.of(
      "web-shop",
      "classic-2008",
      "failure-rate",
      "retry-storm",
      "metastable-cache",
      "microservices",
      "year-of-elb",
      "black-friday",
      "scaling-policies",
      "autoscaler-conformance",
      "launch-storm",
      "spot-mix",
      "bidding-era",
      "hour-or-second",
      "reserved-or-on-demand",
      "spot-or-reserved",
      "elb-or-micro-2012",
      "static-site",
      "warm-pool",
      "ageing-fleet",
      "ttl-failover",
      "az-power-loss",
      "lightning-2009",
      "elb-control-plane-2012",
      "region-dns-2025",
      "region-failover",
      "gray-instance",
      "static-stability",
      "pets-and-cattle",
      "bad-deploy",
      "capacity-plan",
      "failure-what-if",
      "two-zones-or-three",
      "budget-at-p95",
      "pods-on-nodes",
      "office-hours",
      "spread-or-cluster",
      "private-cloud");

  private Library() {}

  /** Their names, in the order in which a newcomer reads them. */
  public static List<String> names() {
    return NAMES;
  }

  /** The file of one of them. */
  public static Document document(String name) {
    return YamlReader.parse(text(name), name + ".yaml");
  }

  /** What the file of one of them says. */
  public static String text(String name) {
    String file = name + ".yaml";
    try (InputStream in = Library.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What one of them is about, in its own sentence. */
  public static String about(String name) {
    return document(name)
        .root()
        .at("about")
        .filter(Tree.Scalar.class::isInstance)
        .map(about -> ((Tree.Scalar) about).text())
        .orElse("");
  }
}
