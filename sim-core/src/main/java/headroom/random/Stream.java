package headroom.random;

/**
 * A named stream of random numbers whose value k is a function of the name and k alone, so that
 * nothing is kept and nobody's luck depends on who else has drawn.
 *
 * <p>Value k is SplitMix64's mixing (Steele, Lea, Flood 2014, with the constants of Stafford's variant
 * 13) of key + k·φ, the tweak added between its two rounds; so no two k of a stream share a value.
 *
 * @param key where the stream begins
 * @param tweak the other half of its 128 bits of identity
 * @param flip all ones where each uniform u is 1 - u instead, else zero
 */
public record Stream(long key, long tweak, long flip) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long SEED = 0x243F6A8885A308D3L;
  private static final long ORDINAL = 0x13198A2E03707344L;
  private static final long TEXT = 0xA4093822299F31D0L;
  private static final int LETTERS_PER_WORD = Long.SIZE / Character.SIZE;
  private static final double UNIT = 0x1p-53;

  /** The stream from which all streams of a run derive. */
  static Stream root(long runSeed, boolean mirrored) {
    return new Stream(SEED, TEXT, mirrored ? -1 : 0).of(runSeed);
  }

  /** Value k, uniform in the open interval (0, 1): an odd multiple of 2^-53, as 1 - value is. */
  public double at(long k) {
    return uniform(bits(k) ^ flip);
  }

  /** Value (k, j), such as attempt j of request k, uniform in the open interval (0, 1). */
  public double at(long k, long j) {
    return uniform(bits(k, j) ^ flip);
  }

  /** Value k as 64 random bits; no two k of a stream have the same. */
  public long bits(long k) {
    return mix(key + k * GOLDEN, tweak);
  }

  /** Value (k, j) as 64 random bits. */
  public long bits(long k, long j) {
    return mix(bits(k) + j * GOLDEN, key);
  }

  /** The sub-stream of a numbered part. */
  public Stream of(long ordinal) {
    return derived(mix(key + ORDINAL, tweak + ordinal * GOLDEN), ordinal);
  }

  /** The sub-stream of a named part. */
  public Stream of(String purpose) {
    long first = key ^ TEXT;
    long second = tweak;
    for (int start = 0; start < purpose.length(); start += LETTERS_PER_WORD) {
      long word = word(purpose, start);
      first = mix(first ^ word, second);
      second = mix(second + word, first);
    }
    return new Stream(first, second, flip).derived(first ^ TEXT, purpose.length());
  }

  private static long word(String text, int start) {
    long word = 0;
    for (int i = start; i < Math.min(start + LETTERS_PER_WORD, text.length()); i++) {
      word = word << Character.SIZE | text.charAt(i);
    }
    return word;
  }

  private Stream derived(long salt, long index) {
    long first = mix(salt + index * GOLDEN, tweak);
    return new Stream(first, mix(key ^ first, salt), flip);
  }

  private static double uniform(long bits) {
    return (bits >>> 11 | 1) * UNIT;
  }

  private static long mix(long start, long tweak) {
    long z = (start ^ start >>> 30) * 0xBF58476D1CE4E5B9L + tweak;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
