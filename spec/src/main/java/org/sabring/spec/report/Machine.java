package org.sabring.spec.report;

/**
 * The machine that a verdict was reached on.
 *
 * @param os the operating system and its version
 * @param arch the processor, as the JVM names it
 * @param cores how many processors the JVM may use
 * @param javaVersion the version of the JVM
 * @param javaVendor who built the JVM
 */
public record Machine(String os, String arch, int cores, String javaVersion, String javaVendor) {

  /** The machine that this code runs on. */
  public static Machine here() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"));
  }

  /** The machine in one line. */
  public String text() {
    String processors = cores + (cores == 1 ? " core" : " cores");
    return os + ", " + arch + ", " + processors + ", Java " + javaVersion + " (" + javaVendor + ")";
  }
}
