package org.sabring.spec.cli;

import java.io.PrintWriter;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Progress;
import org.sabring.spec.report.Reporter;
import org.sabring.spec.report.Verification;

/** A reporter for logs: one line for each check that has ended. */
final class LineReporter implements Reporter {
  private final Console console;
  private final PrintWriter out;

  LineReporter(Console console, PrintWriter out) {
    this.console = console;
    this.out = out;
  }

  @Override
  public Progress begin(Layer layer) {
    return new Lines(layer.name());
  }

  @Override
  public void broke(Throwable cause) {
    console.trouble(cause, "the layer broke: " + Verification.describe(cause));
  }

  private final class Lines implements Progress {
    private final String layer;
    private long began = System.nanoTime();

    Lines(String layer) {
      this.layer = layer;
    }

    @Override
    public void begin(String check) {
      began = System.nanoTime();
    }

    @Override
    public void end(Check check) {
      String figures = Figures.text(check.figures());
      if (!check.figures().containsKey("seconds")) {
        String seconds = "seconds " + Figures.text((System.nanoTime() - began) / 1e9);
        figures = figures.isEmpty() ? seconds : figures + "; " + seconds;
      }
      out.println(Printable.clean(line(check) + "  (" + figures + ")"));
      out.flush();
    }

    private String line(Check check) {
      String name = check.control() ? "control: " + check.name() : check.name();
      return String.format("%-11s  %-7s  %s", layer, check.status(), name);
    }
  }
}
