package org.sabring.spec.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;

/** A verification: runs layers one after the other and gathers their evidence into a verdict. */
public final class Verification {
  private final Bounds bounds;
  private final Reporter reporter;
  private boolean interrupted;

  private Verification(Bounds bounds, Reporter reporter) {
    this.bounds = bounds;
    this.reporter = reporter;
  }

  /**
   * Runs the layers asked for, in the order given. A layer that throws is UNKNOWN, and so is every
   * layer from the one on that is interrupted; the interrupt is used up by that.
   *
   * @param subject what is checked, in words
   * @param layers every layer there is
   * @param asked the names of those that are to run
   */
  public static Verdict run(
      String subject, List<Layer> layers, Set<String> asked, Bounds bounds, Reporter reporter) {
    Verification run = new Verification(bounds, reporter);
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long nanos = System.nanoTime();
    List<LayerResult> results = new ArrayList<>();
    for (Layer layer : layers) {
      boolean wanted = asked.contains(layer.name());
      results.add(wanted ? run.layer(layer) : LayerResult.notAsked(layer));
    }
    return new Verdict(subject, bounds, Machine.here(), started, secondsSince(nanos), results);
  }

  private LayerResult layer(Layer layer) {
    long nanos = System.nanoTime();
    Evidence evidence = evidence(layer, new Recorder(reporter.begin(layer)));
    LayerResult result =
        new LayerResult(layer.name(), layer.promise(), true, evidence, secondsSince(nanos));
    reporter.end(result);
    return result;
  }

  private Evidence evidence(Layer layer, Recorder recorder) {
    if (interrupted) {
      return recorder.brokenOff("interrupted before it began");
    }
    try {
      return layer.run(bounds, recorder);
    } catch (InterruptedException e) {
      interrupted = true;
      return recorder.brokenOff("interrupted");
    } catch (RuntimeException | Error e) {
      reporter.broke(e);
      return recorder.brokenOff("the layer broke: " + describe(e));
    }
  }

  /** An exception in one line: its class and, if it has one, its message. */
  public static String describe(Throwable e) {
    String message = e.getMessage();
    String name = e.getClass().getSimpleName();
    return message == null || message.isBlank() ? name : name + ": " + message.strip();
  }

  private static double secondsSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis() / 1000.0;
  }

  /** A progress listener that keeps the checks that have ended, for a layer that is interrupted. */
  private static final class Recorder implements Progress {
    private final Progress next;
    private final List<Check> ended = new ArrayList<>();
    private String running = "";

    Recorder(Progress next) {
      this.next = next;
    }

    @Override
    public void checks(int count) {
      next.checks(count);
    }

    @Override
    public void begin(String check) {
      running = check;
      next.begin(check);
    }

    @Override
    public void tick(String text) {
      next.tick(text);
    }

    @Override
    public void end(Check check) {
      running = "";
      ended.add(check);
      next.end(check);
    }

    /** The checks that have ended, and one more, UNKNOWN, that says why there are no others. */
    Evidence brokenOff(String why) {
      List<Check> checks = new ArrayList<>(ended);
      String where = running.isEmpty() ? "" : "in " + running + ": ";
      checks.add(Check.unknown("runs to its end", where + why));
      return new Evidence(checks);
    }
  }
}
