package headroom.scenarios.yaml;

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
 */
public record Loaded(Trial trial, Tree source, List<Complaint> warnings, Optional<Vary> vary) {}
