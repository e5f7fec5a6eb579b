package headroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files and short methods: the bound on files holds, the medians are printed. */
class SourceSizeTest {

  private static final int MOST_LINES = 400;

  static List<String> modules() {
    return ArchitectureMap.read().modules();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noMainFileIsLong(String module) throws IOException {
    Collection<Path> files = Sources.of(module).files();
    List<Integer> fileLines = new ArrayList<>();
    List<String> tooLong = new ArrayList<>();
    for (Path file : files) {
      int lines = (int) Files.readString(file).lines().count();
      fileLines.add(lines);
      if (lines > MOST_LINES) {
        tooLong.add(file.getFileName() + " has " + lines + " lines");
      }
    }
    print(module, fileLines, methodLines(files));
    assertEquals(List.of(), tooLong);
  }

  private static void print(String module, List<Integer> files, List<Integer> methods) {
    long most = methods.stream().filter(lines -> lines < 20).count();
    System.out.printf(
        Locale.ROOT,
        "sizes: %s has %d files (median %d lines, longest %d), %d methods (median %d, %.0f %% under"
            + " 20)%n",
        module,
        files.size(),
        median(files),
        files.stream().mapToInt(Integer::intValue).max().orElse(0),
        methods.size(),
        median(methods),
        100.0 * most / Math.max(1, methods.size()));
  }

  private static int median(List<Integer> values) {
    List<Integer> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static List<Integer> methodLines(Collection<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Integer> lengths = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodLengths(unit, positions, lengths).scan(unit, null);
      }
    }
    return lengths;
  }

  /** Notes the lines from a method's first annotation or modifier to its closing brace. */
  private static final class MethodLengths extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Integer> lengths;

    MethodLengths(CompilationUnitTree unit, SourcePositions positions, List<Integer> lengths) {
      this.unit = unit;
      this.positions = positions;
      this.lengths = lengths;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        lengths.add((int) (last - first) + 1);
      }
      return super.visitMethod(method, null);
    }
  }
}
