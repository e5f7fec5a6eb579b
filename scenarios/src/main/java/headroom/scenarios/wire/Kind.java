package headroom.scenarios.wire;

import java.io.IOException;

/** What follows in the bytes; its number is the first of them. */
enum Kind {
  TEXT,
  WHOLE,
  LONG,
  DOUBLE,
  TRUTH,
  WORD,
  PARTS,
  LIST,
  SET,
  MAP,
  SORTED_MAP,
  OPTIONAL,
  OPTIONAL_INT,
  OPTIONAL_LONG,
  OPTIONAL_DOUBLE,
  DECIMAL,
  INSTANT,
  DURATION,
  ZONE,
  BITS,
  WHOLES,
  LONGS,
  DOUBLES,
  DECIMALS,
  LATENCIES;

  private static final Kind[] ALL = values();

  static Kind of(int number) throws IOException {
    if (number < 0 || number >= ALL.length) {
      throw new IOException("no value begins with " + number);
    }
    return ALL[number];
  }
}
