package headroom.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.billing.PriceBook;
import headroom.scenarios.text.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Price list files in the provider's two forms, and what is written of them. */
class OfferFileTest {

  private static final PriceBook BASE = PriceBooks.load("us-east-1/2026-07");

  private final Path folder;

  OfferFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<String> books() {
    return PriceBooks.ids();
  }

  /** Sources get other keys; everything else is the same book. */
  @ParameterizedTest
  @MethodSource("books")
  void aBookThatIsWrittenReadsBackAsTheSame(String id) {
    PriceBook book = PriceBooks.load(id);
    String once = BookWriter.write(book);
    PriceBook again = PriceBooks.parse(once, "again.yaml");
    assertEquals(book.types().keySet(), again.types().keySet());
    book.types().forEach((name, type) -> {
      var back = again.types().getOrDefault(name, type);
      assertEquals(type.vcpus() + " " + type.memoryGiB(), back.vcpus() + " " + back.memoryGiB());
      type.hourly()
          .forEach((system, price) ->
              assertEquals(0, price.compareTo(back.hourly().getOrDefault(system, price.negate()))));
    });
    assertEquals(book.balancers().keySet(), again.balancers().keySet());
    assertEquals(book.instanceTime(), again.instanceTime());
    assertEquals(book.transfer().freeOutBytes(), again.transfer().freeOutBytes());
    assertEquals(book.tariffs().keySet(), again.tariffs().keySet());
    book.tariffs().forEach((key, tariff) -> {
      var back = again.tariffs().getOrDefault(key, tariff);
      assertEquals(tariff.unit() + " " + tariff.time(), back.unit() + " " + back.time());
      assertEquals(tariff.tiers().size(), back.tiers().size());
    });
    assertEquals(book.reserved().size(), again.reserved().size());
    assertEquals(
        once.replaceAll("S[0-9]+.*", ""), BookWriter.write(again).replaceAll("S[0-9]+.*", ""));
  }

  private static String json(int strangers) {
    StringBuilder products = new StringBuilder();
    for (int i = 0; i < strangers; i++) {
      products
          .append(product("X" + i, "t9.large", "Dedicated", "Linux", "us-east-1"))
          .append(",");
    }
    return """
        {"formatVersion": "v1.0", "disclaimer": "none", "offerCode": "AmazonEC2",
         "version": "20260801000000", "publicationDate": "2026-08-01T12:00:00Z",
         "products": {%s %s, %s, %s, %s,
           "T": {"sku": "T", "productFamily": "Data Transfer", "attributes": {"group": "x"}}},
         "terms": {
           "OnDemand": {
             "A": {"A.J": {"offerTermCode": "J", "sku": "A", "priceDimensions": {"A.J.6": {
               "unit": "Hrs", "endRange": "Inf", "appliesTo": [], "pricePerUnit":
               {"USD": "0.0960000000"}}}, "termAttributes": {}}},
             "B": {"B.J": {"priceDimensions": {"r": {"unit": "Hrs",
               "pricePerUnit": {"USD": "0.1880000000"}}}}},
             "D": {"D.J": {"priceDimensions": {"r": {"unit": "Hrs",
               "pricePerUnit": {"USD": "9"}}}}}},
           "Reserved": {
             "A": {"A.R": {"termAttributes": {"LeaseContractLength": "1yr",
               "OfferingClass": "convertible", "PurchaseOption": "Partial Upfront"},
               "priceDimensions": {
                 "1": {"unit": "Quantity", "pricePerUnit": {"USD": "289"}},
                 "2": {"unit": "Hrs", "pricePerUnit": {"USD": "0.0330000000"}}}}}}}}
        """.formatted(
            products,
            product("A", "m5.large", "Shared", "Linux", "us-east-1"),
            product("B", "m5.large", "Shared", "Windows", "us-east-1"),
            product("C", "m5.large", "Shared", "Linux", "eu-west-1"),
            product("D", "m5.large", "Dedicated", "Linux", "us-east-1"));
  }

  private static String product(
      String sku, String type, String tenancy, String system, String region) {
    return String.format(
        Locale.ROOT,
        "\"%s\": {\"sku\": \"%1$s\", \"productFamily\": \"Compute Instance\", \"attributes\": {"
            + "\"instanceType\": \"%s\", \"vcpu\": \"2\", \"memory\": \"8 GiB\", \"tenancy\": \"%s\","
            + " \"operatingSystem\": \"%s\", \"preInstalledSw\": \"NA\", \"capacitystatus\": \"Used\","
            + " \"licenseModel\": \"No License required\", \"location\": \"US East (N. Virginia)\","
            + " \"regionCode\": \"%s\"}}",
        sku,
        type,
        tenancy,
        system,
        region);
  }

  private static final String CSV = """
      "FormatVersion","v1.0"
      "Disclaimer","none"
      "Publication Date","2026-08-01T12:00:00Z"
      "Version","20260801000000"
      "OfferCode","AmazonEC2"
      "SKU","TermType","Unit","PricePerUnit","Currency","LeaseContractLength","PurchaseOption",\
      "OfferingClass","Location","Instance Type","vCPU","Memory","Tenancy","Operating System",\
      "License Model","CapacityStatus","Pre Installed S/W","Region Code"
      "A","OnDemand","Hrs","0.0960000000","USD","","","",US&,"m5.large","2","8 GiB","Shared",\
      "Linux","No License required","Used","NA","us-east-1"
      "A","Reserved","Quantity","289","USD","1yr","Partial Upfront","convertible",US&,"m5.large",\
      "2","8 GiB","Shared","Linux","No License required","Used","NA","us-east-1"
      "A","Reserved","Hrs","0.0330000000","USD","1yr","Partial Upfront","convertible",US&,\
      "m5.large","2","8 GiB","Shared","Linux","No License required","Used","NA","us-east-1"
      "B","OnDemand","Hrs","0.1880000000","USD","","","",US&,"m5.large","2","8 GiB","Shared",\
      "Windows","No License required","Used","NA","us-east-1"
      "D","OnDemand","Hrs","9","USD","","","",US&,"m5.large","2","8 GiB","Dedicated",\
      "Linux","No License required","Used","NA","us-east-1"
      "T","OnDemand","GB","0.09","USD","","","","","","","","","","","","","us-east-1"
      """.replace("US&", "\"US East (N. Virginia)\"");

  @Test
  void bothFormsAreTheSameBook() throws IOException {
    PriceBook json = OfferFile.read(file("offer.json", json(0)), "us-east-1", BASE);
    PriceBook csv = OfferFile.read(file("offer.csv", CSV), "us-east-1", BASE);
    assertEquals(json, csv);
    assertEquals("us-east-1/2026-08", json.id());
    assertEquals("US East (N. Virginia)", json.regionName());
    assertEquals(
        "{linux=0.096, windows=0.188}",
        json.types().values().iterator().next().hourly().toString());
    assertEquals(1, json.reserved().size());
    var offer = json.reserved().get(0);
    assertEquals(
        "m5.large linux 1y convertible partial-upfront 289 0.033",
        String.join(
            " ",
            offer.type(),
            offer.system(),
            offer.terms(),
            offer.price().upfront().toPlainString(),
            offer.price().hourly().toPlainString()));
    assertEquals(BASE.tariffs(), json.tariffs());
    PriceBook again = PriceBooks.parse(BookWriter.write(json), "mine.yaml");
    assertEquals(json.types().keySet(), again.types().keySet());
  }

  @Test
  void aZippedFileOfManyStrangersIsReadToo() throws IOException {
    Path zipped = folder.resolve("offer.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(json(5_000).getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(1, OfferFile.read(zipped, "us-east-1", BASE).types().size());
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    assertEquals(
        "offer.json  has no price of an instance in the region eu-north-1",
        message(file("offer.json", json(0)), "eu-north-1"));
    assertEquals(
        "cut.json:3  is not JSON: Unexpected end-of-input within/between Object entries",
        message(file("cut.json", json(0).substring(0, 1_200)), "us-east-1"));
    assertEquals(
        "few.csv:6  no column 'Instance Type'; known: SKU",
        message(file("few.csv", "a,b\na,b\na,b\na,b\na,b\nSKU\n"), "us-east-1"));
  }

  private static String message(Path file, String region) {
    var wrong = assertThrows(InputException.class, () -> OfferFile.read(file, region, BASE));
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
