package headroom.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.billing.Bill;
import headroom.billing.InstanceTimeRule;
import headroom.billing.PriceBook;
import headroom.billing.TypePrice;
import headroom.problem.InvalidInputException;
import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import headroom.scenarios.text.InputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PriceBooksTest {

  private static final double GIB = 1L << 30;
  private static final long HOUR = 3_600_000_000_000L;

  /** The columns of the EC2 fleet sheet §3, counted and added up. */
  @ParameterizedTest(name = "{0}: {1} types, {2} USD/h and {3} GiB together")
  @CsvSource({
    "us-east-1/2008-05,  5,  2.30,      32.9",
    "us-east-1/2009-06,  5,  2.30,      32.9",
    "eu-west-1/2009-06,  5,  2.53,      32.9",
    "us-east-1/2012-04, 13, 10.995,    262.963",
    "us-west-2/2024-04,  9, 1.6324,    69",
    "eu-west-1/2024-04,  9, 1.81855,   69",
    "ap-southeast-1/2024-04, 8, 0.762,  53",
    "us-east-1/2026-07, 61, 94.099052, 4240.5"
  })
  void allTypesOfTheSheetAreThere(String id, int count, BigDecimal usd, double gib) {
    PriceBook book = PriceBooks.load(id);
    assertEquals(count, book.types().size());
    BigDecimal sum = book.types().values().stream()
        .map(type -> type.hourly().getOrDefault("linux", BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(usd), () -> "was " + sum);
    assertEquals(
        gib, book.types().values().stream().mapToDouble(TypePrice::memoryGiB).sum(), 1e-9);
    assertEquals(id, book.id());
    assertEquals(count, PriceBooks.types(book).size());
  }

  /** Cells of the sheet's tables, picked at the ends and in the middle. */
  @ParameterizedTest(name = "{0} {1}: {2} vCPU, {3} GiB, {4} ECU, {5} USD/h")
  @CsvSource({
    "us-east-1/2008-05, m1.small,      1,  1.7,   1, 0.10",
    "us-east-1/2008-05, c1.xlarge,     8,  7,    20, 0.80",
    "us-east-1/2012-04, t1.micro,      1,  0.613, 2, 0.02",
    "us-east-1/2012-04, c1.medium,     2,  1.7,   5, 0.165",
    "us-east-1/2012-04, m2.xlarge,     2, 17.1, 6.5, 0.45",
    "us-east-1/2012-04, cg1.4xlarge,  16, 22.5, 33.5, 2.10",
    "us-east-1/2026-07, t3.nano,       2,  0.5, ,    0.0052",
    "us-east-1/2026-07, m5.large,      2,  8,   ,    0.096",
    "us-east-1/2026-07, c8g.xlarge,    4,  8,   ,    0.15952",
    "us-east-1/2026-07, p4d.24xlarge, 96, 1152, ,    21.957642",
  })
  void figuresAreTheSheets(
      String id, String name, int vcpus, double gib, @Nullable Double ecu, BigDecimal usd) {
    TypePrice type = type(PriceBooks.load(id), name);
    assertEquals(vcpus, type.vcpus());
    assertEquals(gib, type.memoryGiB());
    assertEquals(ecu == null ? OptionalDouble.empty() : OptionalDouble.of(ecu), type.ecu());
    assertEquals(Map.of("linux", usd), type.hourly());
  }

  private static TypePrice type(PriceBook book, String name) {
    return Optional.ofNullable(book.types().get(name)).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("headroom.scenarios.library.PriceBooks#ids")
  void everyFigureNamesItsSource(String id) {
    PriceBook book = PriceBooks.load(id);
    book.types().values().forEach(type -> assertTrue(type.source().length() > 20));
    book.balancers().values().forEach(price -> assertTrue(price.source().length() > 20));
    assertTrue(book.transfer().source().contains("out: "));
  }

  @Test
  void aFigureThatNobodyVerifiedSaysSo() {
    assertEquals(
        List.of("m1.large", "m1.xlarge", "c1.medium", "c1.xlarge"),
        PriceBooks.load("us-east-1/2008-05").types().values().stream()
            .filter(type -> type.source().endsWith("from general knowledge, unverified"))
            .map(TypePrice::name)
            .toList());
  }

  @Test
  void theRuleOfInstanceTimeIsTheErasOwn() {
    assertEquals(InstanceTimeRule.STARTED_HOURS, rule("us-east-1/2008-05", "linux"));
    assertEquals(InstanceTimeRule.STARTED_HOURS, rule("us-east-1/2012-04", "windows"));
    assertEquals(InstanceTimeRule.SECONDS, rule("us-east-1/2026-07", "linux"));
    assertEquals(InstanceTimeRule.STARTED_HOURS, rule("us-east-1/2026-07", "suse"));
  }

  private static InstanceTimeRule rule(String id, String system) {
    return Optional.ofNullable(PriceBooks.load(id).instanceTime().get(system)).orElseThrow();
  }

  /** The sheet's vectors #1, #6, #32, #34, #37 and #38 on the books that ship. */
  @Test
  void theBooksGiveTheSheetsBills() {
    assertEquals(usd("0.20"), instance("us-east-1/2008-05", "m1.small", 3_660));
    assertEquals(usd("0.0976"), instance("us-east-1/2026-07", "m5.large", 3_660));
    assertEquals(usd("2713.60"), transfer("us-east-1/2008-05", 15_360, 3_072));
    assertEquals(usd("4800.20"), transfer("us-east-1/2026-07", 57_000, 10));
    assertEquals(usd("1228.68"), transfer("us-east-1/2012-04", 10_240, 10));
    assertEquals(usd("0.033"), balancer("us-east-1/2012-04", "classic"));
    assertEquals(usd("0.033"), balancer("us-east-1/2026-07", "classic"));
    assertEquals(usd("0.0545"), balancer("us-east-1/2026-07", "application"));
    assertEquals(usd("0.0285"), balancer("us-east-1/2026-07", "network"));
  }

  private static BigDecimal instance(String id, String type, long seconds) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int kind = runs.kind(new What("web", type, "a", "on-demand", "linux"));
    runs.add(kind, 0, seconds * 1_000_000_000L);
    return total(id, 3 * HOUR, new Usage(runs.build(), List.of(), List.of()));
  }

  private static BigDecimal transfer(String id, double outGib, double inGib) {
    TransferUsage data =
        new TransferUsage("groups.web", new double[] {outGib * GIB}, new double[] {inGib * GIB});
    InstanceUsage none = new InstanceUsage.Builder().build();
    return total(id, HOUR, new Usage(none, List.of(), List.of(data)));
  }

  private static BigDecimal balancer(String id, String type) {
    double[] connections = {360_000};
    BalancerUsage hour = new BalancerUsage(
        "lb", type, connections, new double[] {4_000}, new double[] {GIB}, connections);
    InstanceUsage none = new InstanceUsage.Builder().build();
    return total(id, HOUR, new Usage(none, List.of(hour), List.of()));
  }

  private static BigDecimal total(String id, long lasts, Usage usage) {
    Window window = new Window(Instant.parse("2026-07-01T00:00:00Z"), 0, lasts);
    return Bill.of(usage, window, PriceBooks.load(id)).total();
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount).setScale(12);
  }

  @Test
  void anUnknownBookNamesTheNearOne() {
    var wrong =
        assertThrows(InvalidInputException.class, () -> PriceBooks.load("us-east-1/2026-08"));
    assertEquals(
        "no price book 'us-east-1/2026-08'; did you mean 'us-east-1/2026-07'?",
        wrong.problems().get(0).message());
  }

  @Test
  void aDateThatARegionLacksIsAnsweredWithThoseItHas() {
    var wrong =
        assertThrows(InvalidInputException.class, () -> PriceBooks.load("eu-west-1/1999-12"));
    assertEquals(
        "no price book 'eu-west-1/1999-12'; of eu-west-1 there are eu-west-1/2009-06,"
            + " eu-west-1/2024-04",
        wrong.problems().get(0).message());
  }

  /** The sheet §3.1 and §3.2: 28 effective prices of 2026, 21 offers of 2012, two of 2009. */
  @ParameterizedTest(name = "{0}: {1} offers, {2} USD/h and {3} USD upfront together")
  @CsvSource({
    "us-east-1/2026-07, 28, 21.0302, 0",
    "us-east-1/2012-04, 21, 3.815, 20048",
    "us-east-1/2009-06,  2, 0.06, 825",
    "us-east-1/2008-05,  0, 0, 0"
  })
  void reservedInstancesOfTheSheetAreThere(
      String id, int count, BigDecimal hourly, BigDecimal upfront) {
    var offers = PriceBooks.load(id).reserved();
    assertEquals(count, offers.size());
    BigDecimal each = offers.stream()
        .map(offer -> offer.price().hourly())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal once = offers.stream()
        .map(offer -> offer.price().upfront())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, hourly.compareTo(each), () -> "was " + each);
    assertEquals(0, upfront.compareTo(once), () -> "was " + once);
  }

  @Test
  void metersThatAreWrongAreToldWithTheirPlace() {
    String book = """
        price-book: mine
        provider: me
        region: here
        region-name: Here
        date: 2026-07-01
        currency: USD
        source: a letter
        sources: {A: a letter}
        instance-time:
          linux: {per: 1s, source: A}
        types:
          m5.large: {vcpus: 2, memory: 8 GiB, price: {linux: 0.1 USD/h}, source: A}
        load-balancers: {}
        transfer:
          in: {price: 0 USD/GB, source: A}
          out:
            tiers: [{price: 0.09 USD/GB}]
            source: A
        meters:
          storage.gp9: {price: 0.1 USD/GiB, minimum: 90ms, source: A}
          shoes: {price: 20 USD/each, source: A}
          dns.query.standard:
            tiers: [{up-to: 5, price: 1 USD/million}, {price: 1 USD/GiB}]
            source: A
          other.thing: {price: 3 USD, source: A}
        reserved-instances:
          - {term: 2y, class: standart, payment: no-upfront, system: linux, source: A}
        """;
    var wrong = assertThrows(InputException.class, () -> PriceBooks.parse(book, "mine.yaml"));
    assertEquals("""
        mine.yaml:20:46  meters."storage.gp9".minimum: must be whole seconds, 0 or more, was PT0.09S; \
        for example 60s
        mine.yaml:21:10  meters.shoes: must begin with a category of the bill, was 'shoes'; for \
        example storage.gp3
        mine.yaml:23:12  meters."dns.query.standard".tiers: all tiers must have one unit
        mine.yaml:25:24  meters."other.thing".price: must be a price for a unit, was '3 USD'; for \
        example 0.08 USD/GiB-month; units: h, month, GiB-month, stored-GiB-month, IOPS-month, \
        MiBps-month, GiB, million, each, vCPU-h
        mine.yaml:27:12  reserved-instances[0].term: must be 1y or 3y, was '2y'
        mine.yaml:27:23  reserved-instances[0].class: unknown word 'standart'; did you mean \
        'standard'?
        6 problems; nothing was run.""", wrong.getMessage());
  }

  @Test
  void everythingWrongWithABookIsToldWithItsPlace() {
    String book = """
        price-book: mine
        provider: [me]
        region: here
        region-nam: Here
        date: July
        currency: EUR
        source: a letter
        sources: {A: a letter}
        instance-time:
          linux: {per: 7s, source: A}
        types:
          m5.large: {vcpus: 0, memory: 8 GB, price: {linux: 0.1 EUR/h}, source: B}
          m5.small: {vcpus: 1.5, memory: 2 GiB, price: {}, source: A}
        load-balancers:
          classic: {price: 0.025 USD/h, source: A}
        transfer:
          in: {price: 0.10, source: A}
          out:
            tiers:
              - {up-to: 10 TiB, price: 0.17 USD/GiB}
            source: A
        """;
    var wrong = assertThrows(InputException.class, () -> PriceBooks.parse(book, "mine.yaml"));
    assertEquals("""
        mine.yaml:1:1  region-name: must be given
        mine.yaml:2:11  provider: must be a text, was a list
        mine.yaml:4:1  region-nam: unknown field; did you mean 'region-name'?
        mine.yaml:5:7  date: must be a date, was 'July'; for example 2026-07-20
        mine.yaml:6:11  currency: must be USD, was EUR
        mine.yaml:10:16  instance-time.linux.per: must be whole seconds that divide an hour, was \
        PT7S; 1s or 1h
        mine.yaml:12:21  types."m5.large".vcpus: must be at least 1, was 0
        mine.yaml:12:32  types."m5.large".memory: must be memory in GiB, was '8 GB'; for example \
        7.5 GiB
        mine.yaml:12:53  types."m5.large".price.linux: unknown unit 'EUR/h'; did you mean 'USD/h'?
        mine.yaml:12:73  types."m5.large".source: no source 'B' in this book; known: A
        mine.yaml:13:21  types."m5.small".vcpus: must be a whole number, was '1.5'
        mine.yaml:13:48  types."m5.small".price: must be given; for example {linux: 0.10 USD/h}
        mine.yaml:15:12  load-balancers.classic: must have either a price of data or a capacity \
        unit; for example data: 0.008 USD/GiB
        mine.yaml:17:15  transfer.in.price: must be a price of data, was '0.10'; for example \
        0.17 USD/GiB
        mine.yaml:20:9  transfer.out.tiers[0]: must have no end, being the last; leave up-to out
        15 problems; nothing was run.""", wrong.getMessage());
  }

  @Test
  void problemsBetweenThePartsHaveTheirPlaceToo() {
    String book = """
        price-book: mine
        provider: me
        region: here
        region-name: Here
        date: 2026-07-01
        currency: EUR
        source: a letter
        sources: {A: a letter}
        instance-time:
          linux: {per: 1s, source: A}
        types:
          m5.large:
            vcpus: 2
            memory: 8 GiB
            price: {linux: 0.1 USD/h, linus: 0.1 USD/h}
            source: A
        load-balancers: {}
        transfer:
          in: {price: 0 USD/GB, source: A}
          out:
            tiers: [{price: 0.09 USD/GB}]
            source: A
        """;
    var wrong = assertThrows(InputException.class, () -> PriceBooks.parse(book, "mine.yaml"));
    assertEquals("""
        mine.yaml:6:11  currency: must be USD, was EUR
        mine.yaml:15:38  types."m5.large".price.linus: is a price for an operating system that \
        instance-time does not have; did you mean 'linux'?
        2 problems; nothing was run.""", wrong.getMessage());
  }
}
