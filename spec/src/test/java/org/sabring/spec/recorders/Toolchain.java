package org.sabring.spec.recorders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A language of the recorders: how its example is compiled, and whether it can be here. */
enum Toolchain {
  C("c", "ring.c", "test/every.c"),
  CPP("cpp", "ring.cpp", "../c/test/every.c"),
  RUST("rust", "ring.rs", "test/every.rs");

  private static final Path EXAMPLES =
      Path.of(System.getProperty("sabring.root", ".."), "spec", "examples").toAbsolutePath();
  private static final Path CARGO = Path.of(System.getProperty("user.home"), ".cargo", "bin");
  private static final String PATH =
      CARGO + File.pathSeparator + System.getenv().getOrDefault("PATH", "");

  /** What has been compiled, by the command that did: tests run it in folders of their own. */
  private static final Map<List<String>, Path> PROGRAMS = new ConcurrentHashMap<>();

  private final String folder;
  private final String ring;
  private final String every;

  /**
   * What a program did.
   *
   * @param code its exit code
   * @param said all that it wrote
   */
  record Ran(int code, String said) {}

  Toolchain(String folder, String ring, String every) {
    this.folder = folder;
    this.ring = ring;
    this.every = every;
  }

  String compiler() {
    return switch (this) {
      case C -> "gcc";
      case CPP -> "g++";
      case RUST -> "rustc";
    };
  }

  Path folder() {
    return EXAMPLES.resolve(folder);
  }

  /** Skips the test, by name, where the compiler is not. */
  void assume() {
    boolean there =
        Arrays.stream(PATH.split(File.pathSeparator))
            .anyMatch(at -> Files.isExecutable(Path.of(at, compiler())));
    assumeThat(there)
        .as("skipped: %s is neither on the PATH nor in ~/.cargo/bin", compiler())
        .isTrue();
  }

  /** Whether it was built with this switch: a mistake, or the recorder itself. */
  private String define(String name) {
    return this == RUST ? "--cfg=" + name : "-D" + name.toUpperCase(java.util.Locale.ROOT);
  }

  private List<String> command(String source, List<String> defines, String... more) {
    List<String> command = new ArrayList<>(List.of(compiler()));
    command.addAll(
        switch (this) {
          case C -> List.of("-std=gnu11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-pthread");
          case CPP ->
              List.of(
                  "-xc++", "-std=c++11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-pthread");
          case RUST -> List.of("--edition=2021", "-Dwarnings", "-Aunexpected_cfgs");
        });
    defines.forEach(name -> command.add(define(name)));
    command.add(folder().resolve(source).normalize().toString());
    command.addAll(List.of(more));
    return command;
  }

  /** The example ring, with the recorder and these mistakes, compiled without a warning. */
  Path ring(String... mistakes) throws IOException, InterruptedException {
    List<String> defines = new ArrayList<>(List.of("sabring_record"));
    defines.addAll(List.of(mistakes));
    return compiled(ring, defines);
  }

  /** The program that records everything once. */
  Path every(boolean recording) throws IOException, InterruptedException {
    return compiled(every, recording ? List.of("sabring_record") : List.of());
  }

  private Path compiled(String source, List<String> defines)
      throws IOException, InterruptedException {
    List<String> command = command(source, defines);
    Path known = PROGRAMS.get(command);
    return known == null ? compile(command) : known;
  }

  private static Path compile(List<String> command) throws IOException, InterruptedException {
    Path into = Files.createTempDirectory("recorder");
    into.toFile().deleteOnExit();
    Path program = into.resolve("program");
    program.toFile().deleteOnExit();
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("-o", program.toString()));
    Ran ran = run(into, whole);
    if (ran.code() != 0) {
      throw new AssertionError(ran.said());
    }
    PROGRAMS.put(command, program);
    return program;
  }

  /** The machine code of the example ring. */
  String assembly(Path into, String... defines) throws IOException, InterruptedException {
    Path file = into.resolve("ring.s");
    String only = this == RUST ? "--emit=asm" : "-S";
    Ran ran = run(into, command(ring, List.of(defines), "-O", only, "-o", file.toString()));
    if (ran.code() != 0) {
      throw new AssertionError(ran.said());
    }
    return Files.readString(file);
  }

  /** Runs a command in a folder, with the compilers on its path. */
  static Ran run(Path directory, List<String> command, String... settings)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "output", ".txt");
    output.toFile().deleteOnExit();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PATH", directory + File.pathSeparator + PATH);
    Stream.of(settings)
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> builder.environment().put(setting[0], setting[1]));
    Process process = builder.start();
    boolean ended = process.waitFor(100, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output, UTF_8);
    if (!ended) {
      throw new AssertionError(command + " did not end; it said: " + said);
    }
    return new Ran(process.exitValue(), said);
  }
}
