package headroom.scenarios.yaml;

import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.Tree;
import java.util.Optional;

/**
 * A scenario file that has no problem.
 *
 * @param trial what it asks
 * @param source what is written, with every assignment applied: what a variant is made from
 * @param vary the values to vary, by path, as they are written; empty when there are none
 */
public record Loaded(Trial trial, Tree source, Optional<Tree.Fields> vary) {}
