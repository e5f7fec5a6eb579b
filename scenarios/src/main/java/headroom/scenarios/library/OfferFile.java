package headroom.scenarios.library;

import headroom.billing.Commitments;
import headroom.billing.PriceBook;
import headroom.billing.TypePrice;
import headroom.problem.InvalidInputException;
import headroom.scenarios.text.CsvReader;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.JsonReader;
import headroom.scenarios.text.Position;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a service price list file of the provider, JSON or CSV (reading-service-price-list-file-for-
 * services.html, AWS Billing user guide), as a stream: what is kept grows with the types of one
 * region, not with the file.
 */
public final class OfferFile {

  private static final int ROWS_BEFORE_HEADER = 5;

  private final Offers offers;
  private final Map<String, String> about = new LinkedHashMap<>();

  private OfferFile(Offers offers) {
    this.offers = offers;
  }

  /**
   * A price book of the instances in a file; all else is that of another book.
   *
   * @param file the provider's file, ending in .json or .csv, perhaps .gz after it
   * @param region the region to read: "us-east-1"
   * @param base the book that has everything but instances
   * @throws InputException when the file cannot be read, or has no instance of the region
   */
  public static PriceBook read(Path file, String region, PriceBook base) {
    String name = String.valueOf(file.getFileName());
    OfferFile offer = new OfferFile(new Offers(region, base.instanceTime().keySet()));
    try {
      if (name.matches(".*\\.json(\\.gz)?")) {
        offer.json(file, name);
      } else {
        offer.csv(file, name);
      }
      return offer.book(name, region, base);
    } catch (InvalidInputException wrong) {
      throw new InputException(Position.ofFile(name), wrong.problems().get(0).message());
    }
  }

  private PriceBook book(String name, String region, PriceBook base) {
    String source = "price list file of " + about.getOrDefault("offerCode", "the provider")
        + ", version " + about.getOrDefault("version", "unknown");
    Map<String, TypePrice> types = offers.types(source);
    if (types.isEmpty()) {
      throw new InputException(
          Position.ofFile(name), "has no price of an instance in the region " + region);
    }
    LocalDate date = Figures.date(about.getOrDefault("publicationDate", "").split("T", 2)[0]);
    return new PriceBook(
        region + "/" + date.toString().substring(0, "2026-07".length()),
        base.provider(),
        region,
        offers.regionName(),
        date,
        base.currency(),
        "Instances from the " + source + "; all else from " + base.id(),
        base.instanceTime(),
        types,
        base.balancers(),
        base.transfer(),
        base.tariffs(),
        offers.reserved(source),
        List.of(),
        Commitments.NONE);
  }

  private void json(Path file, String name) {
    try (JsonReader json = JsonReader.open(file, name)) {
      json.members(part -> {
        switch (part) {
          case "offerCode", "version", "publicationDate" -> about.put(part, json.text());
          case "products" -> json.members(sku -> product(json, sku));
          case "terms" -> terms(json);
          default -> {}
        }
      });
    }
  }

  private void product(JsonReader json, String sku) {
    json.members(part -> {
      if (part.equals("attributes")) {
        offers.product(sku, texts(json));
      }
    });
  }

  private static Map<String, String> texts(JsonReader json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.members(key -> texts.put(key, json.text()));
    return texts;
  }

  private void terms(JsonReader json) {
    json.members(kind -> {
      boolean reserved = kind.equals("Reserved");
      if (reserved || kind.equals("OnDemand")) {
        json.members(sku -> {
          if (offers.knows(sku)) {
            json.members(code -> term(json, sku, reserved));
          }
        });
      }
    });
  }

  /** A term's prices and attributes come in any order. */
  private void term(JsonReader json, String sku, boolean reserved) {
    Map<String, BigDecimal> prices = new LinkedHashMap<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    json.members(part -> {
      if (part.equals("priceDimensions")) {
        json.members(rate -> dimension(json, prices));
      } else if (part.equals("termAttributes")) {
        attributes.putAll(texts(json));
      }
    });
    prices.forEach((unit, price) -> {
      if (reserved) {
        offers.reserved(
            sku,
            attributes.getOrDefault("LeaseContractLength", ""),
            attributes.getOrDefault("OfferingClass", "standard"),
            attributes.getOrDefault("PurchaseOption", ""),
            unit,
            price);
      } else {
        offers.onDemand(sku, unit, price);
      }
    });
  }

  private static void dimension(JsonReader json, Map<String, BigDecimal> prices) {
    Map<String, String> dimension = new LinkedHashMap<>();
    json.members(part -> {
      switch (part) {
        case "unit" -> dimension.put("unit", json.text());
        case "pricePerUnit" -> dimension.putAll(texts(json));
        default -> {}
      }
    });
    if (dimension.containsKey("USD")) {
      prices.put(dimension.getOrDefault("unit", ""), price(dimension.getOrDefault("USD", "")));
    }
  }

  private static BigDecimal price(String text) {
    if (!text.matches("[0-9]+(\\.[0-9]+)?")) {
      throw Figures.wrong("must be a price, was '" + text + "'", "");
    }
    BigDecimal price = new BigDecimal(text).stripTrailingZeros();
    return price.scale() < 0 ? price.setScale(0) : price;
  }

  private void csv(Path file, String name) {
    try (CsvReader csv = CsvReader.open(file, name, ROWS_BEFORE_HEADER, this::about)) {
      Columns columns = Columns.of(csv);
      while (csv.next()) {
        String sku = csv.text(columns.sku());
        if (!offers.knows(sku)) {
          offers.product(sku, columns.attributes(csv));
        }
        if (offers.knows(sku) && csv.text(columns.currency()).equals("USD")) {
          price(csv, columns, sku);
        }
      }
    }
  }

  private void price(CsvReader csv, Columns columns, String sku) {
    BigDecimal price = price(csv.text(columns.price()));
    String unit = csv.text(columns.unit());
    if (csv.text(columns.kind()).equals("OnDemand")) {
      offers.onDemand(sku, unit, price);
    } else {
      offers.reserved(
          sku,
          csv.text(columns.lease()),
          csv.text(columns.offeringClass()),
          csv.text(columns.payment()),
          unit,
          price);
    }
  }

  private void about(List<String> row) {
    if (row.size() == 2) {
      String key = row.get(0).replace(" ", "");
      about.put(
          key.isEmpty() ? key : Character.toLowerCase(key.charAt(0)) + key.substring(1),
          row.get(1).strip());
    }
  }

  /** Where a CSV file has what; attributes by the names that a JSON file gives them. */
  private record Columns(
      int sku,
      int kind,
      int unit,
      int price,
      int currency,
      int lease,
      int payment,
      int offeringClass,
      Map<String, Integer> attributes) {

    /** The attributes looked at, each with its column. */
    private static final List<List<String>> ATTRIBUTES = List.of(
        List.of("instanceType", "Instance Type"),
        List.of("vcpu", "vCPU"),
        List.of("memory", "Memory"),
        List.of("tenancy", "Tenancy"),
        List.of("operatingSystem", "Operating System"),
        List.of("licenseModel", "License Model"),
        List.of("capacitystatus", "CapacityStatus"),
        List.of("preInstalledSw", "Pre Installed S/W"),
        List.of("location", "Location"),
        List.of("regionCode", "Region Code"));

    static Columns of(CsvReader csv) {
      Map<String, Integer> attributes = new LinkedHashMap<>();
      ATTRIBUTES.forEach(pair -> attributes.put(pair.get(0), csv.column(pair.get(1))));
      return new Columns(
          csv.column("SKU"),
          csv.column("TermType"),
          csv.column("Unit"),
          csv.column("PricePerUnit"),
          csv.column("Currency"),
          csv.column("LeaseContractLength"),
          csv.column("PurchaseOption"),
          csv.column("OfferingClass"),
          attributes);
    }

    Map<String, String> attributes(CsvReader csv) {
      Map<String, String> values = new LinkedHashMap<>();
      attributes.forEach((attribute, column) -> {
        if (!csv.isBlank(column)) {
          values.put(attribute, csv.text(column));
        }
      });
      return values;
    }
  }
}
