package org.sabring.spec.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.LayerResult;
import org.sabring.spec.verdict.Printable;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Reporter;
import org.sabring.spec.verdict.Verification;

/** Progress for a terminal: a bar for the running layer, which its result takes the place of. */
final class BarReporter implements Reporter {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Console console;
  private final PrintWriter out;
  private @Nullable ProgressBar bar;

  BarReporter(Console console, PrintWriter out) {
    this.console = console;
    this.out = out;
  }

  @Override
  public Progress begin(Layer layer) {
    ProgressBar running =
        ProgressBar.builder()
            .setTaskName(layer.name())
            .setInitialMax(1)
            .hideEta()
            .setUpdateIntervalMillis(200)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw))
            .build();
    bar = running;
    return new Steps(running);
  }

  private void draw(String line) {
    out.print(CLEAR_LINE + Printable.clean(line));
    out.flush();
  }

  private void clear() {
    if (bar != null) {
      bar.close();
      bar = null;
      out.print(CLEAR_LINE);
    }
  }

  @Override
  public void broke(Throwable cause) {
    clear();
    console.trouble(cause, "the layer broke: " + Verification.describe(cause));
  }

  @Override
  public void end(LayerResult result) {
    clear();
    out.println(Summary.line(result));
    out.flush();
  }

  private static final class Steps implements Progress {
    private final ProgressBar bar;
    private String running = "";

    Steps(ProgressBar bar) {
      this.bar = bar;
    }

    @Override
    public void checks(int count) {
      bar.maxHint(count);
    }

    @Override
    public void begin(String check) {
      running = check;
      bar.setExtraMessage(" " + check);
    }

    @Override
    public void tick(String text) {
      bar.setExtraMessage(" " + running + ": " + text);
    }

    @Override
    public void end(Check check) {
      bar.step();
    }
  }
}
