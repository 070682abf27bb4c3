package org.sabring.spec.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;

/** A layer whose checks are known beforehand, and which may break after them. */
public record FakeLayer(String name, List<Check> checks, Runnable last) implements Layer {

  /** What no document may let through as it is. */
  public static final String NASTY = "<b>&\"'</b> ]]> {{name}} \u0000\u001b[31m\ud800 ü 𝄞";

  public static FakeLayer of(String name, Check... checks) {
    return new FakeLayer(name, List.of(checks), () -> {});
  }

  /** Ends its checks, and then throws. */
  public static FakeLayer breaking(String name, RuntimeException e, Check... checks) {
    Runnable last =
        () -> {
          throw e;
        };
    return new FakeLayer(name, List.of(checks), last);
  }

  public static Check check(String name, Status status, Rule... rules) {
    return new Check(name, false, List.of(rules), status, "all of it", figures(), null)
        .over(Map.of("capacity", "2"));
  }

  public static Check control(String name, Status status, Rule... rules) {
    return new Check(name, true, List.of(rules), status, "fails as named", figures(), null);
  }

  public static Check failing(String name, String detail, Rule... rules) {
    return new Check(
        name, false, List.of(rules), Status.FAIL, detail, figures(), interleaving(detail));
  }

  private static Map<String, Number> figures() {
    return Map.of("states", 1204);
  }

  public static Interleaving interleaving(String note) {
    return new Interleaving(
        "the consumer reads what nobody wrote",
        List.of(
            new Interleaving.Line(null, "at first", "WRITE 0, READ 0", ""),
            new Interleaving.Line(RingSide.PRODUCER, "PPublish WRITE := 1", "WRITE 1, READ 0", ""),
            new Interleaving.Line(
                RingSide.CONSUMER, "CReadSlot data[0] = 0", "WRITE 1, READ 0", note)));
  }

  @Override
  public String promise() {
    return "Pretends to check; sees nothing.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) {
    progress.checks(checks.size());
    for (Check check : checks) {
      progress.begin(check.name());
      progress.tick("1 of 2");
      progress.end(check);
    }
    last.run();
    return new Evidence(checks);
  }

  /** A verdict of all these layers, all asked for. */
  public static Verdict verdict(Layer... layers) {
    return verdict(Bounds.DEFAULT, layers);
  }

  /** The same at other bounds. */
  public static Verdict verdict(Bounds bounds, Layer... layers) {
    List<Layer> all = Arrays.asList(layers);
    return Verification.run(
        "a fake",
        all,
        new java.util.HashSet<>(all.stream().map(Layer::name).toList()),
        bounds,
        new Reporter() {});
  }
}
