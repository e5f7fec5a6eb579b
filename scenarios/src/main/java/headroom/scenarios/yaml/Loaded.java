package headroom.scenarios.yaml;

import headroom.scenarios.experiment.Optimization;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A scenario file that has no problem.
 *
 * @param trial what it asks
 * @param source what is written, with every assignment applied: what a variant is made from
 * @param warnings what is most likely not meant, where it is written
 * @param vary what is varied; empty when nothing is
 * @param optimize what is to be chosen; empty when nothing is
 */
public record Loaded(
    Trial trial,
    Tree source,
    List<Complaint> warnings,
    Optional<Vary> vary,
    Optional<OptimizeReader.Plan> optimize) {

  /** What decides between what may be chosen; empty when nothing is to be. */
  public Optional<Optimization> optimization() {
    return optimize.map(OptimizeReader.Plan::question);
  }
}
