package headroom.fleet.instances;

import headroom.results.InstanceUsage.What;
import headroom.results.PricePath;
import headroom.results.ResourceUsage.EndedBy;
import headroom.results.ResourceUsage.Spot;
import java.util.ArrayList;
import java.util.List;

/** The runs of spot instances, with what they cost and who ended them. */
public final class SpotRuns {

  private final SpotPrices prices;
  private final List<Spot> runs = new ArrayList<>();

  public SpotRuns(SpotPrices prices) {
    this.prices = prices;
  }

  void add(What what, long from, long to, boolean interrupted) {
    EndedBy end = interrupted ? EndedBy.PROVIDER : EndedBy.CUSTOMER;
    runs.add(new Spot(what, from, to, end, price(what)));
  }

  private PricePath price(What what) {
    return prices.quote(what.type(), what.zone()).orElseThrow().path();
  }

  /** All of them, in the order in which they ended. */
  public List<Spot> runs() {
    return runs;
  }
}
