package headroom.scenarios.text;

import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, and so JSON, into trees. Built on parse events, since composing a node graph
 * first recurses as deep as the file likes and loses doubled keys.
 */
public final class YamlReader {

  private static final int SMALLEST_BUFFER = 1024;

  private YamlReader() {}

  /**
   * Reads a file, called in messages as the path says.
   *
   * @throws InputException when no tree can be made of it
   */
  public static Document read(Path file) {
    return parse(TextFile.read(file, file.toString()), file.toString());
  }

  /**
   * Reads text, called {@code name} in messages.
   *
   * @throws InputException when no tree can be made of it
   */
  public static Document parse(String text, String name) {
    Document document = document(text, new TreeBuilder(name));
    if (document.root() instanceof Tree.Scalar scalar && scalar.isNothing()) {
      throw new InputException(Position.ofFile(name), "the file is empty");
    }
    return document;
  }

  /**
   * Reads a value given outside a file; all its parts stand at {@code position}.
   *
   * @throws InputException when it is not YAML
   */
  public static Tree value(String text, Position position) {
    Document document = document(text, new TreeBuilder(position));
    InputException.throwIfAny(document.complaints());
    return document.root();
  }

  private static Document document(String text, TreeBuilder builder) {
    LoadSettings settings = LoadSettings.builder()
        .setUseMarks(true)
        .setCodePointLimit(TextFile.LARGEST_BYTES + 1)
        // A token longer than the buffer is copied once for each filling of it.
        .setBufferSize(Math.max(SMALLEST_BUFFER, text.length()))
        .build();
    try {
      return builder.build(new Parse(settings).parseString(text).iterator());
    } catch (MarkedYamlEngineException e) {
      throw builder.wrong(e.getProblemMark(), YamlProblem.message(e.getProblem(), e.getContext()));
    } catch (YamlEngineException e) {
      throw new InputException(List.of(builder.complaint(YamlProblem.message(e.getMessage(), ""))));
    }
  }
}
