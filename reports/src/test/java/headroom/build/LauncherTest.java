package headroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  private static final String BUILDING =
      "headroom: building (a new start, or the sources have changed) ...";

  @TempDir
  private Path temporary;

  private LauncherTree tree;

  @BeforeEach
  void plant() throws IOException {
    tree = new LauncherTree(temporary.resolve("a tree"));
  }

  @Test
  void aFreshTreeIsBuiltOnceSayingSoInOneLine() throws Exception {
    Finished first = tree.run("run", "web-shop");
    Finished second = tree.run("run", "web-shop");

    assertEquals(List.of(BUILDING), first.errLines());
    assertEquals(0, first.code());
    assertEquals("", second.err());
    assertEquals(1, tree.builds().size());
    assertTrue(tree.builds().get(0).contains("-Dheadroom.lenient=true"), tree.builds()::toString);
  }

  @Test
  void wordsAndExitCodePassThrough() throws Exception {
    Finished run = tree.built().with("FAKE_EXIT", "3").run("run", "two words", "", "a*");

    assertEquals(3, run.code());
    assertTrue(run.out().endsWith("[run]\n[two words]\n[]\n[a*]\n"), run::out);
  }

  @Test
  void theProgramTakesTheLaunchersPlaceSoSignalsReachIt() throws Exception {
    Finished run = tree.built().run("run");

    assertEquals("pid " + run.pid(), run.outLines().get(0));
  }

  @Test
  void theProgramIsToldHowWideTheTerminalIs() throws Exception {
    tree.built();
    String told = tree.runOnTerminal(57, "./headroom list").out();
    assertTrue(told.contains("columns 57"), told);
    String piped = tree.runOnTerminal(57, "./headroom list | cat").out();
    assertTrue(piped.contains("columns 57"), "messages still go to it: " + piped);
    String said = tree.runOnTerminal(57, "COLUMNS=44 ./headroom list").out();
    assertTrue(said.contains("columns 44"), said);
    String none = tree.run("list").out();
    assertTrue(none.contains("columns not told"), none);
  }

  @Test
  void aTerminalThatDoesNotTellItsWidthIsNoMatter() throws Exception {
    String unknown = tree.built().runOnTerminal(0, "./headroom list").out();
    assertTrue(unknown.contains("columns not told"), unknown);
    String none = tree.without("stty").run("list").out();
    assertTrue(none.contains("columns not told"), none);
  }

  @Test
  void theUsersFolderStaysTheFolder() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("else where"));
    Finished run = tree.built().runAs(tree.launcher(), elsewhere, "list");

    assertEquals("folder " + elsewhere.toRealPath(), run.outLines().get(1));
    assertTrue(run.out().contains("[" + tree.jar().toRealPath() + "]"), run::out);
  }

  @Test
  void aChainOfLinksIsFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("links"));
    Path relative = elsewhere.resolve("relative");
    Files.createSymbolicLink(relative, Path.of("../a tree/headroom"));
    Path absolute = Files.createSymbolicLink(temporary.resolve("absolute"), relative);
    Finished run = tree.built().runAs(absolute, elsewhere, "list");

    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("[" + tree.jar().toRealPath() + "]"), run::out);
  }

  @Test
  void aRelativeCallFromAnotherFolderFindsTheTree() throws Exception {
    Finished run = tree.built().runAs(Path.of("./a tree/headroom"), temporary, "list");

    assertEquals(0, run.code(), run::err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "sim-core/pom.xml",
        ".mvn/jvm.config",
        "reports/src/main/resources/report.css",
        "scenarios/src/main/java/headroom/scenarios/library/New.java"
      })
  void aNewerSourceBuildsAgain(String source) throws Exception {
    tree.built();
    Path file = tree.root.resolve(source);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "new");

    assertEquals(List.of(BUILDING), tree.run("list").errLines());
  }

  @Test
  void aRemovedSourceBuildsAgain() throws Exception {
    tree.built();
    Files.delete(tree.source());

    assertEquals(List.of(BUILDING), tree.run("list").errLines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "sim-core/src/test/java/headroom/EngineTest.java",
        "sim-core/target/classes/headroom/Engine.class",
        "headroom-out/src/main/summary.json"
      })
  void whatIsNoSourceDoesNotBuild(String other) throws Exception {
    Path file = tree.root.resolve(other);
    Files.createDirectories(file.getParent());
    tree.built();
    Files.writeString(file, "new");

    assertEquals("", tree.run("list").err());
    assertEquals(List.of(), tree.builds());
  }

  @Test
  void whatChangesDuringABuildIsBuiltNextTime() throws Exception {
    // A file system may give the same time to all that happens within some milliseconds.
    LauncherTree.script(tree.bin.resolve("change"), """
        source=sim-core/src/main/java/headroom/Engine.java
        until [ -n "$(find "$source" -newer target/launcher.began)" ]; do touch "$source"; done
        """);
    tree.with("FAKE_BUILD", "change").run("list");
    tree.with("FAKE_BUILD", ":").run("list");
    tree.run("list");

    assertEquals(2, tree.builds().size());
  }

  @Test
  void aFailedBuildShowsItsErrorsAndLeavesNoLock() throws Exception {
    Finished run = tree.with("FAKE_BUILD", "false").run("list");

    assertEquals(1, run.code());
    assertEquals(
        List.of(
            BUILDING,
            "[ERROR] Planted.java: does not compile",
            "headroom: the build failed; all it said is in '"
                + tree.root.toRealPath().resolve("target/launcher.log") + "'"),
        run.errLines());
    assertFalse(Files.exists(tree.lock()));
    assertEquals("", run.out());
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    tree.with("FAKE_BUILD", "sleep 2");
    Finished.Started first = tree.started("list");
    Finished.Started second = tree.started("list");

    assertEquals(0, first.await().code());
    assertEquals(0, second.await().code());
    assertEquals(1, tree.builds().size());
  }

  @Test
  void theLockOfADeadBuildIsBroken() throws Exception {
    Files.createDirectories(tree.lock().getParent());
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(tree.lock(), dead.pid() + "\n");
    Finished run = tree.run("list");

    assertEquals(0, run.code());
    assertEquals(List.of(BUILDING), run.errLines());
  }

  @Test
  void anInterruptedBuildLeavesNoLockAndNoJar() throws Exception {
    tree.with("FAKE_BUILD", "exec sleep 60");
    Finished.Started start = tree.started("list");
    while (tree.builds().isEmpty()) {
      Thread.sleep(20);
    }
    start.process().destroy();

    assertEquals(143, start.await().code());
    assertFalse(Files.exists(tree.lock()));
    assertFalse(Files.exists(tree.jar()));
  }

  @Test
  void withoutJavaOneLineSaysSo() throws Exception {
    refused(tree.without("java"), "Java 17 or newer is needed, and there is no 'java' on the PATH");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_402, 8", "11.0.22, 11", "16, 16"})
  void anOldJavaIsNamed(String version, int major) throws Exception {
    refused(
        tree.built().with("FAKE_JAVA", version),
        "Java 17 or newer is needed, and '" + tree.bin.resolve("java") + "' is Java " + major);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "21-ea", "25.0.3", "100.1"})
  void aNewEnoughJavaIsTaken(String version) throws Exception {
    assertEquals(0, tree.built().with("FAKE_JAVA", version).run("list").code());
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws Exception {
    refused(tree.built().with("JAVA_HOME", "/nowhere"), "JAVA_HOME is '/nowhere'");
  }

  @Test
  void javaHomeGoesBeforeThePathAndItsReleaseFileIsBelieved() throws Exception {
    Path home = temporary.resolve("old jdk");
    Files.createDirectories(home.resolve("bin"));
    LauncherTree.script(home.resolve("bin/java"), "exit 9\n");
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");

    refused(tree.built().with("JAVA_HOME", home.toString()), "Java 17 or newer is needed");
  }

  @Test
  void withoutMavenOneLineSaysSo() throws Exception {
    refused(tree.without("mvn"), "Maven 3.6.3 or newer is needed to build, and there is no 'mvn'");
  }

  @Test
  void anOldMavenIsNamed() throws Exception {
    refused(tree.with("FAKE_MAVEN", "3.5.4"), "Maven 3.6.3 or newer is needed to build, and 'mvn'");
  }

  @Test
  void mavenIsNotAskedForWhenNothingIsToBeBuilt() throws Exception {
    assertEquals(0, tree.built().without("mvn").run("list").code());
  }

  @Test
  void shortCommandsStartWithTheShortFlags() throws Exception {
    String check = tree.built().run("check", "x.yaml").out();
    String run = tree.run("run", "x.yaml").out();

    assertTrue(
        check.contains(
            "[-XX:TieredStopAtLevel=1]\n[-XX:CompileThresholdScaling=4]\n[-XX:+UseSerialGC]"),
        check);
    assertFalse(run.contains("TieredStopAtLevel") || run.contains("UseSerialGC"), run);
  }

  @Test
  void shortCommandsTakeTheClassesThatWereKept() throws Exception {
    tree.built();
    Path kept = Files.writeString(tree.jar().resolveSibling("headroom-17.jsa"), "");
    String flag = "[-XX:SharedArchiveFile=" + kept + "]";
    assertTrue(tree.run("check", "x").out().contains(flag));
    assertTrue(tree.run("--help").out().contains(flag));
    assertFalse(tree.run("run", "x").out().contains("SharedArchive"));
    assertFalse(tree.with("FAKE_JAVA", "21.0.1").run("check", "x").out().contains("SharedArchive"));
  }

  /** A jar that Maven alone made: its classes are kept once, after the first commands are over. */
  @Test
  void classesAreKeptLaterByOneOfSeveralStarts() throws Exception {
    Path log = temporary.resolve("archives.txt");
    tree.built()
        .with("HEADROOM_KEEP_CLASSES", "yes")
        .with("FAKE_ARCHIVES", log.toString())
        .with("FAKE_LASTS", "1");
    Path kept = tree.jar().resolveSibling("headroom-17.jsa");
    Finished.Started one = tree.started("check", "x");
    Finished.Started two = tree.started("list");
    assertEquals(0, one.await().code());
    assertEquals(0, two.await().code());
    await(() -> Files.exists(kept) && Files.notExists(making(kept)));
    assertEquals(1, Files.readAllLines(log).size());
    assertTrue(tree.run("check", "x").out().contains("[-XX:SharedArchiveFile=" + kept + "]"));
    // An older one belongs to an older jar.
    LauncherTree.age(kept, java.time.Duration.ofHours(3));
    assertFalse(tree.run("check", "x").out().contains("SharedArchive"));
    await(() -> Files.readAllLines(log).size() == 2 && Files.notExists(making(kept)));
    assertTrue(tree.run("check", "x").out().contains("SharedArchive"));
  }

  @Test
  void nobodysInterruptedKeepingStandsInTheWayForLong() throws Exception {
    Path log = temporary.resolve("archives.txt");
    tree.built().with("HEADROOM_KEEP_CLASSES", "yes").with("FAKE_ARCHIVES", log.toString());
    Path kept = tree.jar().resolveSibling("headroom-17.jsa");
    LauncherTree.age(Files.createDirectory(making(kept)), java.time.Duration.ofMinutes(11));
    assertEquals(0, tree.run("check", "x").code());
    await(() -> Files.notExists(making(kept)));
    assertEquals(0, tree.run("check", "x").code());
    await(() -> Files.exists(kept) && Files.notExists(making(kept)));
    assertEquals(1, Files.readAllLines(log).size());
  }

  private static Path making(Path kept) {
    return kept.resolveSibling(kept.getFileName() + ".making");
  }

  /** A look at the disk. */
  private interface Look {
    boolean isThere() throws IOException;
  }

  private static void await(Look look) throws Exception {
    for (int i = 0; i < 600 && !look.isThere(); i++) {
      Thread.sleep(100);
    }
    assertTrue(look.isThere());
  }

  @Test
  void theUsersJavaOptionsComeLastAndMayChooseTheCollector() throws Exception {
    String out = tree.built()
        .with("HEADROOM_JAVA_OPTS", "-Xmx9g -XX:+UseG1GC")
        .run("run")
        .out();

    assertTrue(out.contains("[-Xmx9g]\n[-XX:+UseG1GC]\n[-jar]"), out);
    assertFalse(out.contains("ParallelGC"), out);
  }

  @Test
  void newerJavasAreAskedNotToWarn() throws Exception {
    String flag = "[--sun-misc-unsafe-memory-access=allow]";

    assertTrue(tree.built().with("FAKE_JAVA", "25").run("run").out().contains(flag));
    assertFalse(tree.with("FAKE_JAVA", "17").run("run").out().contains(flag));
  }

  private static void refused(LauncherTree tree, String start) throws Exception {
    Finished run = tree.run("list");

    assertEquals(1, run.code());
    assertEquals("", run.out());
    assertEquals(1, run.errLines().size(), run::err);
    assertTrue(run.err().startsWith("headroom: " + start), run::err);
  }
}
