package headroom.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What imports what, held against the map. */
record Imports(ArchitectureMap map, JavaClasses classes) {

  private static final List<String> OPEN = List.of("java.", "javax.", "org.jspecify.annotations.");

  /** Packages that have classes and no row. */
  List<String> unlisted() {
    return names(classes.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> map.row(name).isEmpty()));
  }

  /** Rows that have no class. */
  List<String> empty() {
    List<String> present = names(classes.stream().map(JavaClass::getPackageName));
    return map.packages().stream()
        .map(PackageRow::name)
        .filter(name -> !present.contains(name))
        .toList();
  }

  /** Imports of a package that is not on a lower level. */
  List<String> upward() {
    return violations(this::isUpward);
  }

  /** Imports of a library by another package than its door. */
  List<String> besideTheDoor() {
    return violations(this::isBesideTheDoor);
  }

  /** The packages of one circle of imports, first one last again; empty if there is none. */
  List<String> cycle() {
    SortedMap<String, SortedSet<String>> graph = graph();
    for (String start : graph.keySet()) {
      List<String> circle = circle(graph, start);
      if (!circle.isEmpty()) {
        return circle;
      }
    }
    return List.of();
  }

  private boolean isUpward(String origin, JavaClass target) {
    Optional<PackageRow> from = map.row(origin);
    Optional<PackageRow> to = map.row(target.getPackageName());
    return from.isPresent()
        && to.isPresent()
        && !origin.equals(target.getPackageName())
        && to.get().level() >= from.get().level();
  }

  private boolean isBesideTheDoor(String origin, JavaClass target) {
    String name = target.getName();
    List<String> doors = map.packages().stream()
        .filter(row -> row.isDoorTo(name))
        .map(PackageRow::name)
        .toList();
    if (!doors.isEmpty()) {
      return !doors.contains(origin);
    }
    boolean ours = name.startsWith("headroom.") || target.isPrimitive();
    return !ours && OPEN.stream().noneMatch(name::startsWith);
  }

  private List<String> violations(Forbidden forbidden) {
    return names(dependencies()
        .filter(import_ -> forbidden.test(
            import_.getOriginClass().getPackageName(),
            import_.getTargetClass().getBaseComponentType()))
        .map(import_ -> import_.getOriginClass().getName() + " -> "
            + import_.getTargetClass().getBaseComponentType().getName()));
  }

  private SortedMap<String, SortedSet<String>> graph() {
    SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
    dependencies().forEach(import_ -> {
      String from = import_.getOriginClass().getPackageName();
      String to = import_.getTargetClass().getBaseComponentType().getPackageName();
      if (to.startsWith("headroom") && !to.equals(from)) {
        graph.computeIfAbsent(from, any -> new TreeSet<>()).add(to);
      }
    });
    return graph;
  }

  /** The shortest way from a package back to itself, by breadth-first search. */
  private static List<String> circle(Map<String, SortedSet<String>> graph, String start) {
    Map<String, String> cameFrom = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String here = open.remove();
      for (String next : graph.getOrDefault(here, new TreeSet<>())) {
        if (cameFrom.putIfAbsent(next, here) == null) {
          open.add(next);
        }
      }
    }
    return cameFrom.containsKey(start) ? way(cameFrom, start) : List.of();
  }

  private static List<String> way(Map<String, String> cameFrom, String start) {
    Deque<String> way = new ArrayDeque<>(List.of(start));
    do {
      way.addFirst(cameFrom.getOrDefault(way.getFirst(), start));
    } while (!way.getFirst().equals(start));
    return List.copyOf(way);
  }

  private Stream<Dependency> dependencies() {
    return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
  }

  private static List<String> names(Stream<String> names) {
    return names.distinct().sorted().toList();
  }

  /** Whether a package must not import a class. */
  private interface Forbidden {
    boolean test(String origin, JavaClass target);
  }
}
