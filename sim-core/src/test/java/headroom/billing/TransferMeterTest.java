package headroom.billing;

import static headroom.billing.Uses.GIB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TransferMeterTest {

  private static final double[] NONE = {};

  @Test
  void tiersRunOverAllSendersAndAreSharedInProportion() {
    // 12 TiB together: 100 GiB free, 10,140 at 0.09, 2,048 at 0.085; a quarter and the rest
    Bill bill = bill(
        Uses.window(3_600),
        new TransferUsage("groups.web", new double[] {3_072 * GIB}, NONE),
        new TransferUsage("load-balancers.lb", new double[] {9_216 * GIB}, NONE));
    assertEquals(new BigDecimal("1086.680000000000"), bill.total());
    assertEquals(new BigDecimal("271.670000000000"), of(bill, "groups.web"));
    assertEquals(new BigDecimal("815.010000000000"), of(bill, "load-balancers.lb"));
    assertEquals(6, bill.charges().size());
    assertEquals(3_072L << 30, bytes(bill, "groups.web"));
    assertEquals(9_216L << 30, bytes(bill, "load-balancers.lb"));
  }

  @Test
  void whoSentFirstDoesNotMatter() {
    TransferUsage first = new TransferUsage("groups.a", new double[] {150 * GIB, 0}, NONE);
    TransferUsage second = new TransferUsage("groups.b", new double[] {0, 150 * GIB}, NONE);
    Bill bill = bill(Uses.window(7_200), first, second);
    assertEquals(of(bill, "groups.a"), of(bill, "groups.b"));
    assertEquals(new BigDecimal("18.000000000000"), bill.total());
  }

  /** The last hour of July and the first of August: each month has its own free 100 GiB. */
  @Test
  void eachCalendarMonthStartsTheTiersAnew() {
    Window window = new Window(Instant.parse("2026-07-31T23:00:00Z"), 0, 7_200 * Uses.SECOND);
    Bill bill =
        bill(window, new TransferUsage("groups.web", new double[] {100 * GIB, 100 * GIB}, NONE));
    assertEquals(0, bill.total().signum());
    assertEquals(
        List.of("2026-07", "2026-08"),
        bill.charges().stream()
            .map(charge -> charge.item().description())
            .map(text -> text.substring(text.length() - 7))
            .collect(Collectors.toList()));
  }

  @Test
  void whatIsRecordedAfterTheWarmUpUsesUpTheTiers() {
    double[] out = {0, 60 * GIB, 30 * GIB};
    Bill bill = bill(Uses.window(5_400, 10_800), new TransferUsage("groups.web", out, NONE));
    assertEquals(new BigDecimal("0.000000000000"), bill.total());
    assertEquals(90L << 30, bytes(bill, "groups.web"));
  }

  @Test
  void dataThatComesInIsALineEvenWhenItIsFree() {
    Bill bill = bill(Uses.window(3_600), new TransferUsage("groups.web", NONE, new double[] {GIB}));
    assertEquals("transfer in", bill.charges().get(0).item().meter());
    assertEquals(BigDecimal.ONE, bill.charges().get(0).quantity());
    assertEquals(0, bill.total().signum());
  }

  @Test
  void noTrafficIsNoLine() {
    double[] zeros = new double[24];
    assertEquals(
        List.of(),
        bill(Uses.window(86_400), new TransferUsage("groups.web", zeros, zeros)).charges());
  }

  private static Bill bill(Window window, TransferUsage... transfers) {
    return Bill.of(Uses.transfers(transfers), window, Books.OF_2026);
  }

  private static BigDecimal of(Bill bill, String sender) {
    return bill.charges().stream()
        .filter(charge -> charge.resource().name().equals(sender))
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long bytes(Bill bill, String sender) {
    return Arrays.stream(bill.charges().toArray(Charge[]::new))
        .filter(charge -> charge.resource().name().equals(sender))
        .mapToLong(Charge::count)
        .sum();
  }
}
