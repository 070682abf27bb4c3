package org.sabring.spec.cli;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Progress;
import org.sabring.spec.report.LayerResult;
import org.sabring.spec.report.Reporter;
import org.sabring.spec.report.Verification;

/** A reporter for terminals: a progress bar for the running layer, which its result replaces. */
final class BarReporter implements Reporter {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int CELLS = 20;

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
            .setUpdateIntervalMillis(200)
            .setRenderer(BarReporter::render)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, console.columns() - 1))
            .build();
    bar = running;
    return new Steps(running);
  }

  /** Layer, bar, checks done, time, and what the running check says, on one line. */
  private static String render(ProgressState state, int width) {
    long max = Math.max(1, state.getMax());
    long done = Math.min(state.getCurrent(), max);
    int full = (int) (CELLS * done / max);
    Duration time = state.getElapsedAfterStart();
    String line =
        String.format(
            "%-11s  [%s%s] %d/%d  %d:%02d  %s",
            state.getTaskName(),
            "#".repeat(full),
            ".".repeat(CELLS - full),
            done,
            max,
            time.toMinutes(),
            time.toSecondsPart(),
            state.getExtraMessage().replaceAll("\\s+", " "));
    return line.substring(0, Math.max(0, Math.min(line.length(), width)));
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
      out.flush();
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
      bar.setExtraMessage(check);
    }

    @Override
    public void tick(String text) {
      bar.setExtraMessage(running + ": " + text);
    }

    @Override
    public void end(Check check) {
      bar.step();
    }
  }
}
