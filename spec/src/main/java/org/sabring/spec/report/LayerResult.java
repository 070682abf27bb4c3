package org.sabring.spec.report;

import java.util.List;
import java.util.stream.IntStream;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Status;

/**
 * The result of one layer, run or not, in a verdict.
 *
 * @param name the name of the layer
 * @param promise what the layer does and what it cannot see
 * @param asked whether it was asked for; if not, it did not run and its evidence is empty
 * @param evidence what it found
 * @param seconds how long it took
 */
public record LayerResult(
    String name, String promise, boolean asked, Evidence evidence, double seconds) {

  /**
   * A check of the layer, and where it stands on the page.
   *
   * @param id of the element that shows it
   */
  public record Entry(String id, Check check) {}

  /** A layer that exists and was left out. */
  static LayerResult notAsked(Layer layer) {
    return new LayerResult(layer.name(), layer.promise(), false, new Evidence(List.of()), 0);
  }

  /** The status of its evidence; UNKNOWN if it did not run. */
  public Status status() {
    return evidence.status();
  }

  /** The status for people: {@code not run} where nobody asked. */
  public String label() {
    return asked ? status().name() : "not run";
  }

  /** Its checks, in their order, each with its place on the page. */
  public List<Entry> entries() {
    List<Check> checks = evidence.checks();
    return IntStream.range(0, checks.size())
        .mapToObj(i -> new Entry("check-" + name + "-" + (i + 1), checks.get(i)))
        .toList();
  }

  /** How many of its checks are controls, or are not. */
  public long count(boolean controls) {
    return evidence.checks().stream().filter(check -> check.control() == controls).count();
  }

  /** How many checks it has, for a table; empty if it did not run. */
  public String checks() {
    return asked ? Long.toString(count(false)) : "";
  }

  /** How many controls it has, for a table; empty if it did not run. */
  public String controls() {
    return asked ? Long.toString(count(true)) : "";
  }

  /** How long it took, as people say it; empty if it did not run. */
  public String tookText() {
    return asked ? Figures.duration(seconds) : "";
  }

  /** How many counterexamples there are to be seen, for the end of a line. */
  public String stories() {
    long stories = evidence.checks().stream().filter(c -> c.counterexample() != null).count();
    return stories == 0
        ? ""
        : stories == 1 ? ", one with its counterexample" : ", " + stories + " counterexamples";
  }

  /** How many checks and controls it has, in words. */
  public String counts() {
    return Figures.counts(count(false), count(true));
  }
}
