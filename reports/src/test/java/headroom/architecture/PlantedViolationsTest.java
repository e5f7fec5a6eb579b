package headroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves on planted classes that each rule of the architecture test can fail. */
class PlantedViolationsTest {

  private static final String PLANTED = "headroom.architecture.planted.";
  private static final ArchitectureMap MAP = ArchitectureMap.read();
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("headroom.architecture.planted");

  private static final ArchitectureMap SMALL_MAP = ArchitectureMap.of("""
      ## The map

      | level | module | package | in one line | door to |
      |---|---|---|---|---|
      | 1 | reports | `headroom.architecture.planted.low` | | `java.awt` |
      | 2 | reports | `headroom.architecture.planted.high` | | |
      | 3 | reports | `headroom.architecture.planted.library` | | |
      | 4 | reports | `headroom.architecture.planted.gone` | | |
      """);

  private final Imports imports = new Imports(SMALL_MAP, CLASSES);

  static Stream<Ban> bans() {
    return MAP.bans().stream();
  }

  static Stream<CallPattern> calls() {
    return bans().flatMap(ban -> ban.calls().stream());
  }

  @ParameterizedTest
  @MethodSource("bans")
  void aPlantedViolationOfEachBanIsFound(Ban ban) {
    JavaClass planted = CLASSES.get(PLANTED + "calls." + camelCase(ban.name()));

    assertFalse(ban.violations(planted).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("bans")
  void noBanCatchesTheAllowedNeighbours(Ban ban) {
    assertEquals(List.of(), ban.violations(CLASSES.get(PLANTED + "calls.Harmless")));
  }

  /** A misspelt pattern would ban nothing. */
  @ParameterizedTest
  @MethodSource("calls")
  void everyBannedMemberExists(CallPattern call) throws ClassNotFoundException {
    Class<?> owner = Class.forName(call.owner());

    for (String member : call.members()) {
      assertTrue(exists(owner, call, member), () -> call.owner() + " has no " + member);
    }
  }

  @Test
  void anImportOfAHigherLevelIsFound() {
    assertEquals(
        List.of(PLANTED + "low.LowImportsHigh -> " + PLANTED + "high.High"), imports.upward());
  }

  @Test
  void aCircleIsFound() {
    assertEquals(List.of(PLANTED + "high", PLANTED + "low", PLANTED + "high"), imports.cycle());
  }

  @Test
  void anImportBesideTheDoorIsFoundAndOneWithoutADoor() {
    String origin = PLANTED + "library.ImportsLibraries -> ";

    assertEquals(
        List.of(origin + "com.tngtech.archunit.core.domain.JavaClass", origin + "java.awt.Color"),
        imports.besideTheDoor());
  }

  @Test
  void aPackageOffTheMapIsFoundAndARowWithoutAPackage() {
    assertEquals(List.of(PLANTED + "calls"), imports.unlisted());
    assertEquals(List.of(PLANTED + "gone"), imports.empty());
  }

  private static boolean exists(Class<?> owner, CallPattern call, String member) {
    if (member.equals("*")) {
      return true;
    }
    Stream<Executable> executables = Stream.concat(
        Stream.of(owner.getConstructors()).map(Constructor.class::cast),
        Stream.of(owner.getMethods()).map(Method.class::cast));
    boolean executable = executables
        .filter(found -> member.equals(found instanceof Constructor ? "new" : found.getName()))
        .anyMatch(found -> call.overloads() || call.takes(types(found)));
    return executable || Stream.of(owner.getFields()).map(Field::getName).anyMatch(member::equals);
  }

  private static List<String> types(Executable executable) {
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .toList();
  }

  private static String camelCase(String words) {
    return Stream.of(words.split(" "))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
