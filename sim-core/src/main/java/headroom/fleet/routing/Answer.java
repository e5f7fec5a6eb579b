package headroom.fleet.routing;

import java.util.ArrayList;
import java.util.List;

/** The addresses that a name's servers answer with, as they were when it was made. */
final class Answer {

  static final Answer EMPTY = new Answer(List.of(), List.of());

  private final List<Address> addresses;
  private final List<int[]> classNumbers;

  private Answer(List<Address> addresses, List<int[]> classNumbers) {
    this.addresses = addresses;
    this.classNumbers = classNumbers;
  }

  static Answer of(Place place) {
    List<int[]> numbers = new ArrayList<>();
    place.told().list().forEach(address -> numbers.add(place.classNumbers()));
    return new Answer(List.copyOf(place.told().list()), numbers);
  }

  static Answer together(List<Answer> parts) {
    List<Address> addresses = new ArrayList<>();
    List<int[]> numbers = new ArrayList<>();
    parts.forEach(part -> {
      addresses.addAll(part.addresses);
      numbers.addAll(part.classNumbers);
    });
    return new Answer(addresses, numbers);
  }

  int size() {
    return addresses.size();
  }

  Address address(int index) {
    return addresses.get(index);
  }

  /** The numbers by which the group behind an address knows classes of requests. */
  int[] classNumbers(int index) {
    return classNumbers.get(index);
  }
}
