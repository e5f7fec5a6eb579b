package headroom.reports.cli;

import headroom.problem.Suggestion;
import headroom.scenarios.experiment.Design;
import headroom.scenarios.experiment.Lattice;
import headroom.scenarios.experiment.Optimization;
import headroom.scenarios.experiment.Variant;
import headroom.scenarios.library.Library;
import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.Document;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.YamlReader;
import headroom.scenarios.yaml.Loaded;
import headroom.scenarios.yaml.ScenarioReader;
import headroom.scenarios.yaml.Vary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios in files of this machine, and those of the library. */
final class ScenarioShelf implements ScenarioSource {

  private final ScenarioReader reader = new ScenarioReader(new ShippedBooks());

  @Override
  public Found read(String fileOrName, List<String> sets, boolean allowOutside) {
    List<Assignment> assignments = assignments(sets);
    Path file = path(fileOrName);
    // A folder of that name is most likely that of earlier results or inputs, not what is meant.
    boolean isFile = Files.exists(file) && !Files.isDirectory(file);
    if (!isFile && Library.names().contains(fileOrName)) {
      Path here = Path.of("").toAbsolutePath();
      ScenarioFolder folder = new ScenarioFolder(here, allowOutside);
      return found(reader.read(Library.document(fileOrName), assignments, folder), folder);
    }
    if (!Files.exists(file)) {
      throw new InputException(Position.NONE, unknown(fileOrName, file));
    }
    Document document = YamlReader.read(file);
    ScenarioFolder folder = ScenarioFolder.of(file, allowOutside);
    return found(reader.read(document, assignments, folder), folder);
  }

  @Override
  public List<Listed> list() {
    return Library.names().stream()
        .map(name -> new Listed(name, Library.about(name)))
        .toList();
  }

  private Found found(Loaded loaded, ScenarioFolder folder) {
    return new Found(
        loaded.trial(),
        loaded.vary().map(vary -> varied(loaded, vary, folder)),
        loaded.optimization().map(question -> choices(loaded, question, folder)),
        loaded.warnings());
  }

  private Choices choices(Loaded loaded, Optimization question, ScenarioFolder folder) {
    return new Choices() {

      @Override
      public Optimization question() {
        return question;
      }

      @Override
      public Lattice lattice() {
        return reader.lattice(loaded, folder);
      }
    };
  }

  private Varied varied(Loaded loaded, Vary vary, ScenarioFolder folder) {
    return new Varied() {
      @Override
      public long count() {
        return vary.count();
      }

      @Override
      public boolean isUncertain() {
        return vary.isUncertain();
      }

      @Override
      public List<String> factors() {
        return vary.factors().stream().map(Vary.Factor::path).toList();
      }

      @Override
      public List<Variant> variants(Design design) {
        return reader.variants(loaded, design, folder);
      }

      @Override
      public List<Variant> variants() {
        return reader.variants(loaded, folder);
      }
    };
  }

  private static List<Assignment> assignments(List<String> sets) {
    List<Assignment> assignments = new ArrayList<>();
    List<Complaint> complaints = new ArrayList<>();
    for (String set : sets) {
      try {
        assignments.add(Assignment.parse(set));
      } catch (InputException wrong) {
        complaints.addAll(wrong.complaints());
      }
    }
    InputException.throwIfAny(complaints);
    return assignments;
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException wrong) {
      throw new InputException(Position.NONE, Shown.quoted(file) + " is not a file name");
    }
  }

  private static String unknown(String asked, Path file) {
    List<String> known = new ArrayList<>(Library.names());
    known.addAll(scenariosBeside(file));
    return "no scenario file "
        + Shown.quoted(asked)
        + " and none of that name in the library; "
        + Suggestion.cure(asked, known);
  }

  /** The scenario files of the folder in which one was sought, named as that one was. */
  private static List<String> scenariosBeside(Path sought) {
    Path folder = sought.getParent();
    try (Stream<Path> files = Files.list(folder == null ? Path.of("") : folder)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
