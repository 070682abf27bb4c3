package org.sabring.spec.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Status;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.TraceFinding;
import org.sabring.spec.trace.TraceKind;

/** The text that {@code sabring check} prints of one file. */
final class JudgedText {
  private final PrintWriter out;

  JudgedText(PrintWriter out) {
    this.out = out;
  }

  void print(Judged file) {
    if (file.error() != null) {
      line(String.valueOf(file.error().getMessage()));
    }
    if (file.judgement() != null) {
      judgement(file.file(), file.judgement());
    }
  }

  private void judgement(String file, Judgement judgement) {
    line(file + ": " + result(judgement));
    if (judgement.finding() != null) {
      finding(judgement, judgement.finding());
    }
    judgement.notes().forEach(note -> line("  note: " + note));
  }

  private static String result(Judgement judgement) {
    return word(judgement.status())
        + switch (judgement.status()) {
          case PASS -> " to " + law(judgement) + ", " + events(judgement);
          case FAIL -> " " + law(judgement);
          case UNKNOWN -> ": " + reason(judgement);
        };
  }

  /** What a status means of a recording. */
  static String word(Status status) {
    return switch (status) {
      case PASS -> "CONFORMS";
      case FAIL -> "VIOLATES";
      case UNKNOWN -> "UNKNOWN";
    };
  }

  /** Why nothing can be said. */
  static String reason(Judgement judgement) {
    return Objects.requireNonNullElse(judgement.misfit(), "nothing was judged");
  }

  /** What the recording was held against. */
  static String law(Judgement judgement) {
    return judgement.header().kind() == TraceKind.STEPS
        ? judgement.header().profile().label()
        : "a FIFO bounded by " + Figures.text(judgement.header().bound());
  }

  /** How much was judged. */
  static String events(Judgement judgement) {
    String unit = judgement.header().kind() == TraceKind.STEPS ? "step" : "operation";
    return Figures.text(judgement.events()) + " " + unit + (judgement.events() == 1 ? "" : "s");
  }

  private void finding(Judgement judgement, TraceFinding finding) {
    new TextTable()
        .row("  rule", finding.rule() + "  " + judgement.sentence(finding.rule()))
        .row("  at", finding.file() + ":" + finding.line())
        .row("  found", finding.found())
        .row("  allowed", finding.allowed())
        .lines()
        .forEach(this::line);
    line("");
    line("  " + finding.how().title());
    finding.how().draw().forEach(text -> line("  " + text));
  }

  private void line(String text) {
    out.println(Printable.clean(text));
  }
}
