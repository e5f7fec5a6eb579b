package headroom.random;

import headroom.math.Digests;
import java.util.List;
import java.util.stream.IntStream;

/** Prints the digest of many samples of every law: the same lines wherever it runs. */
final class SampleBits {

  private SampleBits() {}

  static List<String> lines() {
    List<Laws.Law> laws = Laws.all();
    return IntStream.range(0, laws.size())
        .mapToObj(i -> line(i, laws.get(i).law()))
        .toList();
  }

  private static String line(int index, Distribution law) {
    Stream stream = new Chance(1).of("bits", "law").of(index);
    Sampler sampler = law.sampler();
    long[] k = {0};
    String samples = Digests.of(3000, () -> sampler.sample(stream.at(k[0]++)));
    String quantiles = Digests.of(100, () -> law.quantile(stream.at(k[0]++)));
    return index + " " + law.getClass().getSimpleName() + " " + samples + " " + quantiles;
  }

  public static void main(String[] arguments) {
    lines().forEach(System.out::println);
  }
}
