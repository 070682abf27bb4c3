package org.sabring.bugs.rivals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The JDK that Fray runs on: one that its own jlink plugin has rewritten, as its Maven plugin would
 * make it. That takes the {@code jmods} of a JDK 25; without, jlink links from the image itself.
 */
final class FrayJdk {

  private final Path home;
  private final Path library;

  private FrayJdk(Path home, Path library) {
    this.home = home;
    this.library = library;
  }

  /** Makes it of a JDK 25, unless it is there. */
  static FrayJdk of(Path jdk, Path at, Path log) throws IOException, InterruptedException {
    Path home = at.resolve("fray-java");
    Path library = at.resolve("libjvmti.so");
    if (!Files.exists(home.resolve("release"))) {
      make(jdk, home, log);
    }
    if (!Files.exists(library)) {
      try (ZipFile zip = new ZipFile(jar("fray-jvmti"))) {
        ZipEntry entry = zip.getEntry("libjvmti.so");
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, library);
        }
      }
    }
    return new FrayJdk(home, library);
  }

  private static void make(Path jdk, Path home, Path log) throws IOException, InterruptedException {
    String modules =
        Stream.of(Forked.classPath().split(File.pathSeparator))
            .filter(
                jar ->
                    Path.of(jar)
                        .getFileName()
                        .toString()
                        .matches(
                            "(fray-instrumentation-(jdk|base)|fray-runtime|kotlin-stdlib-\\d|kotlin-reflect|asm|"
                                + "annotations-\\d).*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/jlink").toString());
    command.add("-J-javaagent:" + jar("fray-instrumentation-jdk"));
    command.add("-J--module-path=" + modules);
    command.add("-J--add-modules=org.pastalab.fray.instrumentation.jdk");
    command.add("-J--class-path=" + modules);
    command.add("--output=" + home);
    if (Files.isDirectory(jdk.resolve("jmods"))) {
      command.add("--add-modules=ALL-MODULE-PATH");
      command.add("--module-path=" + jdk.resolve("jmods"));
    } else {
      command.add("--add-modules=" + modulesOf(jdk));
    }
    command.addAll(List.of("--release-info", "add:IMPLEMENTOR=Fray", "--fray-instrumentation"));
    Files.createDirectories(log.getParent());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException("jlink: " + Forked.said(log));
    }
  }

  /** All but those that cannot be linked from the image. */
  private static String modulesOf(Path jdk) throws IOException {
    Process process =
        new ProcessBuilder(jdk.resolve("bin/java").toString(), "--list-modules").start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("@.*", ""))
        .filter(module -> !module.equals("jdk.jlink") && !module.equals("jdk.jpackage"))
        .collect(Collectors.joining(","));
  }

  static String jar(String artifact) {
    return Stream.of(Forked.classPath().split(File.pathSeparator))
        .filter(jar -> Path.of(jar).getFileName().toString().startsWith(artifact))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(artifact + " is not on the class path"));
  }

  /** How a program is run on it. */
  List<String> command() {
    return List.of(
        home.resolve("bin/java").toString(),
        "-ea",
        "-javaagent:" + jar("fray-instrumentation-agent"),
        "-agentpath:" + library);
  }
}
