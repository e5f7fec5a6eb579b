package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What data from and to the internet costs; tiers run over a calendar month (UTC) and over all
 * senders together (sheet §2.7, [B8]).
 *
 * @param in price of data that comes in
 * @param freeOutBytes bytes out that cost nothing each month, the first ones of the first tier
 * @param out prices of data that goes out, in order; the last has no end
 * @param source where the figures come from
 */
public record TransferPrices(PerBytes in, long freeOutBytes, List<Tier> out, String source) {

  /**
   * A price that holds up to a quantity a month.
   *
   * @param upToBytes where it ends, counted from the month's first byte; {@link #NO_END} for none
   */
  public record Tier(long upToBytes, PerBytes price) {
    /** The end of the last tier. */
    public static final long NO_END = Long.MAX_VALUE;
  }

  public static List<Problem> problems(long freeOutBytes, List<Tier> out) {
    Problems problems = Problems.of()
        .require("free", freeOutBytes >= 0, "must be 0 or more, was " + freeOutBytes + " bytes")
        .require("tiers", !out.isEmpty(), "must have at least one tier");
    for (int i = 0; i < out.size(); i++) {
      long end = out.get(i).upToBytes();
      boolean last = i + 1 == out.size();
      problems
          .require(
              "tiers[" + i + "]",
              end > (i == 0 ? 0 : out.get(i - 1).upToBytes()),
              "must end above the tier before it")
          .require(
              "tiers[" + i + "]",
              last == (end == Tier.NO_END),
              last ? "must have no end, being the last" : "must say where it ends",
              last ? "leave up-to out" : "for example up-to: 10 TiB");
    }
    return problems.list();
  }

  public TransferPrices {
    out = List.copyOf(out);
    Problems.throwIfAny(problems(freeOutBytes, out));
  }

  /** The same where so many bytes of the month were sent elsewhere, of the free ones first. */
  TransferPrices after(long bytes) {
    return bytes == 0
        ? this
        : new TransferPrices(in, Math.max(0, freeOutBytes - bytes), out, source);
  }

  /** The tiers as they are walked through, each with its length; the free bytes come first. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    long done = freeOutBytes;
    PerBytes first = out.get(0).price();
    steps.add(new Step(done, new PerBytes(BigDecimal.ZERO, first.unit(), first.bytes())));
    for (Tier tier : out) {
      if (tier.upToBytes() > done) {
        steps.add(new Step(tier.upToBytes() - done, tier.price()));
        done = tier.upToBytes();
      }
    }
    return steps;
  }

  /** So many bytes at a price. */
  record Step(long bytes, PerBytes price) {}
}
