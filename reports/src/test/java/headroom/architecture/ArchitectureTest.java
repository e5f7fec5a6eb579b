package headroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every main class of every module against docs/architecture.md. */
class ArchitectureTest {

  private static final ArchitectureMap MAP = ArchitectureMap.read();
  private static final JavaClasses CLASSES = mainClasses();

  private final Imports imports = new Imports(MAP, CLASSES);

  static List<String> modules() {
    return MAP.modules();
  }

  static List<Ban> bans() {
    return MAP.bans();
  }

  /** A type for every source file: were classes not found, each rule below would hold. */
  @ParameterizedTest
  @MethodSource("modules")
  void everySourceFileWasSeen(String module) {
    List<String> types = Sources.of(module).types();
    List<String> unseen = types.stream().filter(type -> !CLASSES.contain(type)).toList();

    System.out.printf("architecture: %s has %d source files, all seen%n", module, types.size());
    assertFalse(types.isEmpty());
    assertEquals(List.of(), unseen);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyPackageLivesInItsModule(String module) {
    List<String> astray = Sources.of(module).types().stream()
        .filter(type -> !moduleOf(CLASSES.get(type)).equals(Optional.of(module)))
        .toList();

    assertEquals(List.of(), astray);
  }

  @Test
  void everyPackageIsOnTheMap() {
    assertEquals(List.of(), imports.unlisted());
  }

  @Test
  void everyRowOfTheMapIsAPackage() {
    assertEquals(List.of(), imports.empty());
  }

  @Test
  void packagesImportOnlyLowerLevels() {
    assertEquals(List.of(), imports.upward());
  }

  @Test
  void thereIsNoCircleOfImports() {
    assertEquals(List.of(), imports.cycle());
  }

  @Test
  void aLibraryIsImportedByItsDoorAlone() {
    assertEquals(List.of(), imports.besideTheDoor());
  }

  @ParameterizedTest
  @MethodSource("bans")
  void nothingBannedIsUsed(Ban ban) {
    List<String> violations = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      boolean holds = MAP.row(type.getPackageName()).filter(ban::holdsIn).isPresent();
      if (holds && !MAP.isExempt(type, ban)) {
        violations.addAll(ban.violations(type));
      }
    }
    assertEquals(List.of(), violations);
  }

  @Test
  void everyExemptionIsUsed() {
    List<ArchitectureMap.Exemption> idle = MAP.exemptions().stream()
        .filter(exemption -> bans().stream()
            .filter(ban -> ban.name().equals(exemption.ban()))
            .allMatch(ban -> ban.violations(CLASSES.get(exemption.type())).isEmpty()))
        .toList();

    assertEquals(List.of(), idle);
  }

  /** Classes compiled from a main source of a module, wherever on the class path they are. */
  private static JavaClasses mainClasses() {
    List<Sources> sources = MAP.modules().stream().map(Sources::of).toList();
    return new ClassFileImporter()
        .importPackages("headroom")
        .that(DescribedPredicate.describe(
            "main", type -> sources.stream().anyMatch(module -> module.hold(type))));
  }

  private static Optional<String> moduleOf(JavaClass type) {
    return MAP.row(type.getPackageName()).map(PackageRow::module);
  }
}
