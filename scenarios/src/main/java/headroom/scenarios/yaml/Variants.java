package headroom.scenarios.yaml;

import headroom.scenarios.experiment.Design;
import headroom.scenarios.experiment.Lattice;
import headroom.scenarios.experiment.Setting;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.Variant;
import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import headroom.scenarios.text.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes variants of a scenario: its tree with other values in some places, read as any other. */
final class Variants {

  private static final int MOST_TOLD = 50;
  /** So many stay as they were read when they were checked: reading takes as long as a short run. */
  private static final int KEPT = 1024;

  private final ScenarioReader reader;
  private final Loaded base;
  private final Tree tree;
  private final ScenarioFolder folder;

  Variants(ScenarioReader reader, Loaded base, ScenarioFolder folder) {
    this.reader = reader;
    this.base = base;
    this.tree = withoutVary(base.source());
    this.folder = folder;
  }

  /** A variant does not vary. */
  static Tree withoutVary(Tree tree) {
    TreePath path = TreePath.parse("experiment");
    if (!(tree.at(path).orElse(tree) instanceof Tree.Fields experiment)) {
      return tree;
    }
    Map<String, Tree.Field> rest = new LinkedHashMap<>(experiment.fields());
    rest.remove("vary");
    rest.remove("uncertain");
    rest.remove("optimize");
    return tree.with(path, new Tree.Fields(experiment.position(), rest));
  }

  List<Variant> all() {
    return checked(base.vary().orElseThrow().changes(base.trial().scenario().seed()));
  }

  /** The variants at the places of a design. */
  List<Variant> at(Design design) {
    List<Vary.Factor> factors = base.vary().orElseThrow().factors();
    return checked(design.points().stream()
        .map(point -> {
          List<Assignment> set = new ArrayList<>();
          for (int i = 0; i < factors.size(); i++) {
            Tree value = factors.get(i).at(point.shares().get(i));
            set.add(new Assignment(TreePath.parse(factors.get(i).path()), value));
          }
          return new Vary.Change(point.name(), set);
        })
        .toList());
  }

  private List<Variant> checked(List<Vary.Change> changes) {
    List<Variant> variants = new ArrayList<>();
    Map<Complaint, String> complaints = new LinkedHashMap<>();
    for (Vary.Change change : changes) {
      Variant.Source source = () -> trial(change);
      try {
        Trial read = trial(change);
        source = variants.size() < KEPT ? () -> read : source;
      } catch (InputException wrong) {
        // The same mistake in a thousand variants is one mistake.
        wrong.complaints().forEach(complaint -> complaints.putIfAbsent(complaint, change.name()));
      }
      variants.add(variant(change, source));
    }
    InputException.throwIfAny(complaints.entrySet().stream()
        .limit(MOST_TOLD)
        .map(each -> inVariant(each.getKey(), each.getValue()))
        .toList());
    return variants;
  }

  /** What may be chosen, as far as it can be checked before anything runs. */
  Lattice lattice() {
    List<Levels> over = base.optimize().orElseThrow().over();
    VariantNames names = VariantNames.of(over.stream().map(Levels::path).toList());
    Function<List<Integer>, Vary.Change> changes = point -> {
      List<Assignment> set = new ArrayList<>();
      for (int f = 0; f < over.size(); f++) {
        Tree value = over.get(f).values().get(point.get(f));
        set.add(new Assignment(TreePath.parse(over.get(f).path()), value));
      }
      return names.named(List.of(set)).get(0);
    };
    Lattice lattice = new Lattice(
        over.stream().map(Variants::factor).toList(), point -> variant(changes.apply(point)));
    new LatticeCheck(lattice, base.optimize().orElseThrow().question()).run();
    return lattice;
  }

  private static Lattice.Factor factor(Levels levels) {
    return new Lattice.Factor(
        levels.path(), levels.values().stream().map(YamlWriter::line).toList(), levels.isOrdered());
  }

  static Complaint inVariant(Complaint complaint, String variant) {
    return new Complaint(
        complaint.position(),
        complaint.path(),
        complaint.message() + " (in variant '" + variant + "')");
  }

  private Variant variant(Vary.Change change) {
    return variant(change, () -> trial(change));
  }

  private static Variant variant(Vary.Change change, Variant.Source source) {
    List<Setting> set = change.set().stream()
        .map(each -> new Setting(each.path().toString(), YamlWriter.line(each.value())))
        .toList();
    return new Variant(change.name(), set, source);
  }

  private Trial trial(Vary.Change change) {
    Tree changed = tree;
    for (Assignment assignment : change.set()) {
      changed = assignment.applyTo(changed);
    }
    return reader.read(new Node(changed, TreePath.TOP, new Session(folder))).trial();
  }
}
