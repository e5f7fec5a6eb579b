package headroom.scenarios.text;

import java.util.List;

/**
 * A file that could be read as a tree.
 *
 * @param complaints what is wrong with its form although a tree could be made: doubled names
 */
public record Document(Tree root, List<Complaint> complaints) {

  public Document {
    complaints = List.copyOf(complaints);
  }
}
