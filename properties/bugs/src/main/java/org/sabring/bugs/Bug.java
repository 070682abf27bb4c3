package org.sabring.bugs;

import org.sabring.explore.memory.MemoryModel;

/**
 * A public bug.
 *
 * @param report the project and the number
 * @param url where it was reported
 * @param title what happens
 * @param mistake what kind of mistake it is
 * @param memory the strongest memory that shows it; each weaker one does too
 * @param buggy the test with the mistake
 * @param mended the same test without
 */
public record Bug(
    String report,
    String url,
    String title,
    String mistake,
    MemoryModel memory,
    Class<?> buggy,
    Class<?> mended) {

  /** A short name, such as {@code JcTools119}. */
  public String name() {
    return buggy.getEnclosingClass().getSimpleName();
  }

  /** Whether a memory shows it. */
  public boolean showsOn(MemoryModel model) {
    return model.compareTo(memory) >= 0;
  }

  @Override
  public String toString() {
    return report;
  }
}
