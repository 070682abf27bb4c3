package org.sabring.tla.tlc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * A server that runs TLC for {@link TlcProcess}, one model after the other, in a JVM of its own.
 * TLC keeps static state, so each run loads TLC's classes anew: as good as a JVM for each, without
 * starting one. The server ends with its standard input, and so never outlives who started it.
 */
public final class TlcServer {

  private TlcServer() {}

  /**
   * A line of standard input is a run: the file for what TLC prints, and TLC's options, separated
   * by tabs. The line that answers it is empty if this JVM can go on.
   *
   * @param args the archive of TLC
   */
  public static void main(String[] args) throws IOException {
    URL[] tlc = {Path.of(args[0]).toUri().toURL()};
    PrintStream answers = System.out;
    ExecutorService runs = Executors.newSingleThreadExecutor();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split("\t", -1);
      runs.execute(
          () -> {
            String answer = "failed";
            try {
              run(tlc, words[0], Arrays.copyOfRange(words, 1, words.length));
              answer = "";
            } finally {
              answers.println(answer); // whatever is thrown: somebody waits
            }
          });
    }
    Runtime.getRuntime().halt(0);
  }

  private static void run(URL[] jar, String output, String[] options) {
    ClassLoader none = ClassLoader.getPlatformClassLoader();
    try (PrintStream printed = new PrintStream(output, StandardCharsets.UTF_8);
        URLClassLoader loader = new URLClassLoader(jar, none)) {
      System.setOut(printed);
      System.setErr(printed);
      Thread.currentThread().setContextClassLoader(loader);
      try {
        process(loader, options);
      } catch (ReflectiveOperationException | JMException e) {
        e.printStackTrace(printed);
        throw new IllegalStateException(output, e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(output, e);
    }
  }

  /** What {@code TLC.main} does, short of ending the JVM. */
  private static void process(ClassLoader loader, String[] options)
      throws ReflectiveOperationException, JMException {
    Object tlc = loader.loadClass("tlc2.TLC").getConstructor().newInstance();
    Class<?> resolver = loader.loadClass("util.FilenameToStream");
    Object modules = loader.loadClass("util.SimpleFilenameToStream").getConstructor().newInstance();
    boolean understood =
        (Boolean)
            tlc.getClass()
                .getMethod("handleParameters", String[].class)
                .invoke(tlc, (Object) options);
    if (understood) {
      tlc.getClass().getMethod("setResolver", resolver).invoke(tlc, modules);
      tlc.getClass().getMethod("process").invoke(tlc);
    }
    forgetBeans();
  }

  /** The next run registers its own under the same names. */
  private static void forgetBeans() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName bean : server.queryNames(new ObjectName("tlc2*:*"), null)) {
      server.unregisterMBean(bean);
    }
  }
}
