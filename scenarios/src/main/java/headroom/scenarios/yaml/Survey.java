package headroom.scenarios.yaml;

import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who listens while a scenario is read to learn what could be written: the schema is made so. */
interface Survey {

  /** Nobody listens. */
  Survey NONE = new Survey() {
    @Override
    public void map(TreePath at, String example) {}

    @Override
    public void field(TreePath at, String name, Reader<?> reader, Otherwise otherwise) {}

    @Override
    public void kinds(TreePath at, String what, Map<String, ? extends Reader<?>> kinds) {}

    @Override
    public void words(TreePath at, Set<String> words) {}
  };

  /**
   * What a field is when nobody writes it.
   *
   * @param example of a field that must be written; empty for one that need not
   * @param usual what it is then; empty where that is nothing or not always the same
   */
  record Otherwise(String example, Optional<Tree> usual) {

    static final Otherwise NOTHING = new Otherwise("", Optional.empty());

    static Otherwise required(String example) {
      return new Otherwise(example, Optional.empty());
    }

    static Otherwise usually(Tree usual) {
      return new Otherwise("", Optional.of(usual));
    }
  }

  /** A map is read here. */
  void map(TreePath at, String example);

  /** A map was asked for a field. */
  void field(TreePath at, String name, Reader<?> reader, Otherwise otherwise);

  /** A map must have one of these fields. */
  void kinds(TreePath at, String what, Map<String, ? extends Reader<?>> kinds);

  /** One of these words was asked for. */
  void words(TreePath at, Set<String> words);
}
