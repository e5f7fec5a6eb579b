package headroom.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "1.0, 1",
    "-0.0, 0",
    "0.1, 0.1",
    "100.0, 100",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "2e23, 2e+23",
    "1.5e300, 1.5e+300",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "1.25e-9, 1.25e-9",
    "-3.5, -3.5",
    "4.9e-324, 4.9e-324",
    "123456.789, 123456.789"
  })
  void aNumberIsWrittenAsEcmaScriptDoes(double value, String text) {
    assertEquals(text, Numbers.text(value));
  }

  @Test
  void everyNumberReadsBackAsItself() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value) && value != 0) {
        assertEquals(value, Double.parseDouble(Numbers.text(value)));
      }
    }
  }

  @Test
  void decimalsKeepTheirDigits() {
    assertEquals("0.1", Numbers.text(new BigDecimal("0.100")));
    assertEquals("100", Numbers.text(new BigDecimal("1e2")));
    assertEquals("0.12345678901234567890123", text("0.12345678901234567890123"));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Numbers.text(Double.NaN));
  }

  @Test
  void jsonIsWrittenInTheOrderTold() {
    String json = JsonWriter.text(out -> out.beginObject()
        .field("mean")
        .number(2.0)
        .field("low")
        .number(Double.NaN)
        .field("unit")
        .string("1/s \"<b>\" é")
        .field("n")
        .number(10L)
        .field("cost")
        .number(new BigDecimal("0.10"))
        .field("set")
        .beginArray()
        .bool(true)
        .nothing()
        .endArray()
        .endObject());
    assertEquals("""
        {
          "mean": 2,
          "low": null,
          "unit": "1/s \\"<b>\\" é",
          "n": 10,
          "cost": 0.1,
          "set": [
            true,
            null
          ]
        }
        """, json);
  }

  @Test
  void aTreeIsWrittenAsJson() {
    Tree tree = YamlReader.value("{a: 1.50, b: [x, '2', true], c: 010, d: ~}", Position.SET);
    assertEquals(
        "{\"a\":1.5,\"b\":[\"x\",\"2\",true],\"c\":\"010\",\"d\":null}",
        JsonWriter.text(out -> out.tree(tree)).replaceAll("\\s", ""));
  }

  private static String text(String decimal) {
    return Numbers.text(new BigDecimal(decimal));
  }
}
