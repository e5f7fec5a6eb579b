package headroom.scenarios.library;

import headroom.billing.PriceBook;
import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.YamlReader;
import headroom.supply.InstanceType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The price books there are: those that ship with Headroom, by id, and a user's own, by file. */
public final class PriceBooks {

  private static final List<String> IDS = List.of(
      "us-east-1/2008-05",
      "us-east-1/2009-06",
      "eu-west-1/2009-06",
      "us-east-1/2012-04",
      "us-west-2/2024-04",
      "eu-west-1/2024-04",
      "ap-southeast-1/2024-04",
      "us-east-1/2026-07");

  private PriceBooks() {}

  /** The ids of the books that ship, the oldest first. */
  public static List<String> ids() {
    return IDS;
  }

  /**
   * A book that ships.
   *
   * @throws InvalidInputException when there is none of this id
   */
  public static PriceBook load(String id) {
    if (!IDS.contains(id)) {
      throw new InvalidInputException(
          List.of(new Problem("", "no price book " + Shown.quoted(id), cure(id))));
    }
    String name = id.replace('/', '-') + ".yaml";
    return parse(text("prices/" + name), name);
  }

  /** A clause that helps who asked for a book that is not there: those near it. */
  public static String cure(String id) {
    int slash = id.indexOf('/');
    String region = slash < 0 ? id : id.substring(0, slash);
    List<String> there =
        IDS.stream().filter(known -> known.startsWith(region + "/")).toList();
    int year = Math.min(id.length(), region.length() + "/2026".length());
    boolean yearKnown = there.stream().anyMatch(known -> known.startsWith(id.substring(0, year)));
    return there.isEmpty() || (yearKnown && slash > 0)
        ? Shown.cure(id, IDS)
        : "of " + region + " there are " + String.join(", ", there);
  }

  /**
   * A book of the user's own.
   *
   * @throws InputException with everything that is wrong with it
   */
  public static PriceBook read(Path file) {
    return BookReader.read(YamlReader.read(file));
  }

  /**
   * A book in the text of a file, called {@code name} in messages.
   *
   * @throws InputException with everything that is wrong with it
   */
  public static PriceBook parse(String text, String name) {
    return BookReader.read(YamlReader.parse(text, name));
  }

  /** The instance types that a book lists, as a scenario's supply. */
  public static List<InstanceType> types(PriceBook book) {
    return book.types().values().stream().map(InstanceType::of).toList();
  }

  private static String text(String resource) {
    try (InputStream in = PriceBooks.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
