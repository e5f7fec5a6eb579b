package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A price file of any size is imported in a heap that is smaller than the file: what is kept grows
 * with the types of one region.
 */
class BigPriceFileTest {

  private static final int TYPES = 800;
  private static final long MEGABYTE = 1 << 20;

  @TempDir
  private Path folder;

  @Test
  void aFileLargerThanTheHeapIsRead() throws Exception {
    imports(file("offer.json", 30), 20);
    imports(file("offer.csv", 30), 20);
  }

  @Test
  @Tag("exhaustive")
  void soIsOneOfSeveralHundredMegabytes() throws Exception {
    imports(file("offer.json", 600), 48);
    imports(file("offer.csv", 600), 48);
  }

  /** Imports in a process of so many megabytes of heap. */
  private void imports(Path file, int heap) throws IOException, InterruptedException {
    assertTrue(Files.size(file) > heap * MEGABYTE, "a file of " + Files.size(file));
    Path book = folder.resolve(file.getFileName() + ".yaml");
    Process process = new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap + "m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "headroom.reports.cli.Main",
            "prices",
            "import",
            file.toString(),
            "--region=us-east-1",
            "--to=" + book))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
    assertEquals(0, process.exitValue(), () -> said());
    String text = Files.readString(book);
    assertEquals(TYPES, text.lines().filter(line -> line.contains("vcpus: 2,")).count());
    Files.delete(file);
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("out.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A file of at least so many megabytes: types of one region, and strangers to fill it. */
  private Path file(String name, long megabytes) throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      if (name.endsWith("json")) {
        json(out, megabytes * MEGABYTE);
      } else {
        csv(out, megabytes * MEGABYTE);
      }
    }
    return file;
  }

  private static void json(BufferedWriter out, long bytes) throws IOException {
    out.write("{\"offerCode\": \"AmazonEC2\", \"version\": \"1\","
        + " \"publicationDate\": \"2026-08-01T12:00:00Z\", \"products\": {");
    long written = 0;
    for (int i = 0; i < TYPES || written < bytes; i++) {
      String product = (i == 0 ? "" : ",\n") + product(i);
      out.write(product);
      written += product.length();
    }
    out.write("}, \"terms\": {\"OnDemand\": {");
    for (int i = 0; i < TYPES; i++) {
      out.write((i == 0 ? "" : ",\n") + "\"K" + i + "\": {\"t\": {\"priceDimensions\": {\"r\":"
          + " {\"unit\": \"Hrs\", \"pricePerUnit\": {\"USD\": \"0.0960000000\"}}}}}");
    }
    out.write("}}}");
  }

  private static String product(int i) {
    return String.format(
        Locale.ROOT,
        "\"K%d\": {\"sku\": \"K%1$d\", \"productFamily\": \"Compute Instance\", \"attributes\": {"
            + "\"instanceType\": \"m%1$d.large\", \"vcpu\": \"2\", \"memory\": \"8 GiB\","
            + " \"tenancy\": \"%s\", \"operatingSystem\": \"Linux\", \"preInstalledSw\": \"NA\","
            + " \"capacitystatus\": \"Used\", \"licenseModel\": \"No License required\","
            + " \"location\": \"US East (N. Virginia)\", \"regionCode\": \"us-east-1\"}}",
        i,
        i < TYPES ? "Shared" : "Dedicated");
  }

  private static void csv(BufferedWriter out, long bytes) throws IOException {
    out.write("""
        "FormatVersion","v1.0"
        "Disclaimer","none"
        "Publication Date","2026-08-01T12:00:00Z"
        "Version","1"
        "OfferCode","AmazonEC2"
        "SKU","TermType","Unit","PricePerUnit","Currency","LeaseContractLength","PurchaseOption",\
        "OfferingClass","Location","Instance Type","vCPU","Memory","Tenancy","Operating System",\
        "License Model","CapacityStatus","Pre Installed S/W","Region Code"
        """);
    long written = 0;
    for (int i = 0; i < TYPES || written < bytes; i++) {
      String row = "\"K" + i + "\",\"OnDemand\",\"Hrs\",\"0.0960000000\",\"USD\",\"\",\"\",\"\","
          + "\"US East (N. Virginia)\",\"m" + i + ".large\",\"2\",\"8 GiB\",\""
          + (i < TYPES ? "Shared" : "Dedicated")
          + "\",\"Linux\",\"No License required\",\"Used\",\"NA\",\"us-east-1\"\n";
      out.write(row);
      written += row.length();
    }
  }
}
