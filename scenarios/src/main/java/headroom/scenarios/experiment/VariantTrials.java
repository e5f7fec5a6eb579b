package headroom.scenarios.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trials of variants, made when they are asked for; the last few stay at hand. */
final class VariantTrials {

  private static final int AT_HAND = 1024;

  private final List<Variant> variants;
  private final Map<Integer, Trial> last = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Trial> eldest) {
      return size() > AT_HAND;
    }
  };

  VariantTrials(List<Variant> variants) {
    this.variants = variants;
  }

  synchronized Trial of(int variant) {
    return last.computeIfAbsent(variant, number -> variants.get(number).source().trial());
  }
}
