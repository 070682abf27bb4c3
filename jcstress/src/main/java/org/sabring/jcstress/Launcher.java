package org.sabring.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.collectors.TestResultCollector;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * The main class of the JVM that jcstress runs in. It does what jcstress's own does, with one
 * difference: each fork may have JVM arguments of its own, and so a class path with a mutant first.
 */
final class Launcher {

  /** Between the fields of a line. */
  static final String TAB = "\t";

  private Launcher() {}

  /**
   * Runs forks and writes down their results.
   *
   * @param args folders, each with a file whose first line has options as jcstress's main class has
   *     them, and then a line for each test to run, its name and the JVM arguments of its forks
   */
  public static void main(String[] args) throws Exception {
    for (String arg : args) {
      Path home = Path.of(arg);
      List<String> lines = Files.readAllLines(home.resolve(Harness.TRIALS));
      Options options = new Options(lines.get(0).split(TAB));
      if (!options.parse()) {
        throw new IllegalArgumentException("options=" + lines.get(0));
      }
      if (arg.equals(args[0])) {
        OSSupport.init();
        VMSupport.initFlags(options);
      }
      run(home, lines.subList(1, lines.size()), options);
    }
  }

  private static void run(Path home, List<String> tests, Options options) throws IOException {
    Scheduler scheduler = new Scheduler(Topology.get(), options.getCPUCount());
    List<List<String>> machines = machines(options);
    List<TestConfig> configs = new ArrayList<>();
    for (String line : tests) {
      List<String> fields = List.of(line.split(TAB));
      for (List<String> machine : machines) {
        add(configs, fields, machine, options, scheduler);
      }
    }
    Collections.shuffle(configs);
    run(home, configs, options, scheduler);
  }

  /** The JVM arguments that were asked for, or all kinds of JVM that jcstress knows. */
  private static List<List<String>> machines(Options options) {
    if (!options.getJvmArgs().isEmpty()) {
      return List.of(options.getJvmArgs());
    }
    VMSupport.detectAvailableVMConfigs(options.isSplitCompilation(), List.of(), List.of());
    return VMSupport.getAvailableVMConfigs().stream().map(VMSupport.Config::args).toList();
  }

  private static void add(
      List<TestConfig> configs,
      List<String> fields,
      List<String> machine,
      Options options,
      Scheduler scheduler) {
    TestInfo info = TestList.getInfo(fields.get(0));
    List<String> arguments = new ArrayList<>(machine);
    arguments.addAll(fields.subList(1, fields.size()));
    for (SchedulingClass places :
        scheduler.scheduleClasses(info.threads(), options.getCPUCount(), options.affinityMode())) {
      for (int mode : modes(options, info)) {
        for (int fork = 0; fork < options.getForks(); fork++) {
          configs.add(new TestConfig(options, info, fork, arguments, mode, places));
        }
      }
    }
  }

  private static int[] modes(Options options, TestInfo info) {
    return options.isSplitCompilation() && VMSupport.compilerDirectivesAvailable()
        ? CompileMode.casesFor(info.threads(), VMSupport.c1Available(), VMSupport.c2Available())
        : new int[] {CompileMode.UNIFIED};
  }

  private static void run(Path home, List<TestConfig> configs, Options options, Scheduler scheduler)
      throws IOException {
    Path file = home.resolve(options.getResultFile());
    DiskWriteCollector disk = new DiskWriteCollector(file.toString());
    TestResultCollector sink =
        new TestResultCollector() {
          private int results;

          @Override
          public synchronized void add(TestResult result) {
            disk.add(result);
            results++;
            System.out.printf(
                "%s, %d of %d: %s%n",
                home.getFileName(), results, configs.size(), result.getName());
          }
        };
    new TestExecutor(options.verbosity(), sink, scheduler).runAll(configs);
    disk.close();
  }
}
