package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

/**
 * How claims that belong together are judged: each 99 % interval must be narrow, and all of them
 * must cover at a simultaneous level of 99 % (Bonferroni).
 *
 * @param family how many claims there are
 */
record Claims(int family) {

  void covers(String what, Replicated.Interval measured, double theory, double precision) {
    double narrow = measured.halfWidth(0.99) / theory;
    double off = Math.abs(measured.mean() - theory);
    String figures = String.format(
        Locale.ROOT,
        "%s: theory %.6g, measured %.6g, off %.3f %%, 99 %% half-width %.3f %%",
        what,
        theory,
        measured.mean(),
        100 * (measured.mean() / theory - 1),
        100 * narrow);
    System.out.println(figures);
    assertTrue(off <= measured.halfWidth(1 - 0.01 / family), figures);
    assertTrue(narrow < precision, figures);
  }
}
