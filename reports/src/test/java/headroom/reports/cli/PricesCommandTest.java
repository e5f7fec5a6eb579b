package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.cli.Shell.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandTest {

  @Test
  void theListHasABookOnEachLine() {
    Finished done = Shell.WIDE.run("prices", "list");
    assertEquals(0, done.code(), done.err());
    assertTrue(
        done.out().contains("us-east-1/2026-07       2026-07-20     61        28"), done.out());
    assertEquals(9, done.outLines().size());
  }

  @Test
  void aTypeIsShownWithItsReservationsAndWhenTheyPay() {
    Finished done = Shell.WIDE.run("prices", "show", "us-east-1/2009-06", "m1.small");
    assertEquals(0, done.code(), done.err());
    String upfront = "m1.small  linux   1y standard upfront   325   0.03   0.0671       4643";
    assertTrue(done.outLines().contains(upfront), done.out());
    assertTrue(
        Shell.WIDE.run("prices", "show", "us-east-1/2026-07").out().contains("dns.query.standard"));
  }

  @Test
  void theDifferenceOfTwoBooksIsToldThingByThing() {
    Finished done = Shell.WIDE.run("prices", "diff", "us-east-1/2009-06", "us-east-1/2012-04");
    assertEquals(0, done.code(), done.err());
    assertTrue(
        done.outLines().stream()
            .anyMatch(line -> line.matches("m1\\.small linux /h +0\\.1 +0\\.08 +-20\\.0 %")),
        done.out());
    Finished same = Shell.WIDE.run("prices", "diff", "us-east-1/2009-06", "us-east-1/2009-06");
    assertEquals(2, same.outLines().size(), same.out());
  }

  @Test
  void whatIsNotThereIsAnsweredWithWhatIsNear() {
    Finished type = Shell.WIDE.run("prices", "show", "us-east-1/2026-07", "m5.larg");
    assertEquals(2, type.code());
    assertTrue(type.err().contains("did you mean 'm5.large'?"), type.err());
    Finished book = Shell.WIDE.run("prices", "diff", "us-east-1/2026-07", "eu-west-1/2026-07");
    assertEquals(2, book.code());
    assertTrue(book.err().contains("of eu-west-1 there are eu-west-1/2009-06,"), book.err());
    assertEquals(2, Shell.WIDE.run("prices").code());
  }

  @Test
  void anImportWritesNoFileThatIsThereOrCannotBeNamed(@TempDir Path folder) throws IOException {
    Path offer = Files.writeString(folder.resolve("offer.json"), "{}");
    Path there = Files.writeString(folder.resolve("there.yaml"), "mine");
    for (Path to : new Path[] {there, folder.resolve("book.txt"), folder.resolve("new.yaml")}) {
      Finished done = Shell.WIDE.run("prices", "import", offer.toString(), "--to", to.toString());
      assertEquals(2, done.code(), done.err());
    }
    assertEquals("mine", Files.readString(there));
  }
}
