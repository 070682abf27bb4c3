package org.sabring.spec.catalog;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The JDK's own compiler, from text to class files in memory. Writes nothing. */
final class MemoryCompiler {

  private MemoryCompiler() {}

  /**
   * The class files, by the names of their classes.
   *
   * @param beside a class of the module that the sources belong to, and of each library
   * @throws IOException when there is no compiler: a Java runtime without the JDK's tools
   * @throws IllegalArgumentException when a source does not compile, with what is wrong
   */
  static Map<String, byte[]> compile(List<EditedSource> sources, Class<?>... beside)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java has no compiler, expected a JDK");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Kept kept = new Kept(files)) {
      List<String> options = List.of("-proc:none", "-nowarn", "-cp", classPath(beside));
      List<Source> units = sources.stream().map(Source::new).toList();
      if (!compiler.getTask(null, kept, diagnostics, options, null, units).call()) {
        throw new IllegalArgumentException(errors(diagnostics));
      }
      return kept.bytes();
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n"));
  }

  /** What shipped code needs, and no more: it is gone through for each compilation. */
  private static String classPath(Class<?>... beside) {
    return Stream.concat(Stream.of(beside), Stream.of(Nullable.class))
        .map(MemoryCompiler::whence)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path whence(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(EditedSource source) {
      super(source.file().toUri(), Kind.SOURCE);
      this.text = source.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Compiled extends SimpleJavaFileObject {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Compiled(String name) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Kept extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Compiled> classes = new HashMap<>();

    Kept(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return classes.computeIfAbsent(name, Compiled::new);
    }

    Map<String, byte[]> bytes() {
      Map<String, byte[]> bytes = new HashMap<>();
      classes.forEach((name, compiled) -> bytes.put(name, compiled.bytes.toByteArray()));
      return bytes;
    }
  }
}
