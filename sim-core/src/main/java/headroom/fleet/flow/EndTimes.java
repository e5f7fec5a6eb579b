package headroom.fleet.flow;

import java.util.Arrays;

/** Who is done when: a heap, the first to be done on top. */
final class EndTimes {

  private double[] ends = new double[16];
  private int[] who = new int[16];
  private int size;

  /** When the first is done; infinite where nobody is at work. */
  double first() {
    return size == 0 ? Double.POSITIVE_INFINITY : ends[0];
  }

  void add(double end, int request) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      who = Arrays.copyOf(who, 2 * size);
    }
    int place = size++;
    while (place > 0 && ends[(place - 1) / 2] > end) {
      put(place, ends[(place - 1) / 2], who[(place - 1) / 2]);
      place = (place - 1) / 2;
    }
    put(place, end, request);
  }

  int takeFirst() {
    int request = who[0];
    double moved = ends[--size];
    int last = who[size];
    int place = 0;
    for (int next = 1; next < size; next = 2 * place + 1) {
      next = next + 1 < size && ends[next + 1] < ends[next] ? next + 1 : next;
      if (ends[next] >= moved) {
        break;
      }
      put(place, ends[next], who[next]);
      place = next;
    }
    put(place, moved, last);
    return request;
  }

  private void put(int place, double end, int request) {
    ends[place] = end;
    who[place] = request;
  }
}
