package org.sabring.spec.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Printable;
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
    return switch (judgement.status()) {
      case PASS -> "CONFORMS to " + law(judgement) + ", " + events(judgement);
      case FAIL -> "VIOLATES " + law(judgement);
      case UNKNOWN ->
          "UNKNOWN: " + Objects.requireNonNullElse(judgement.misfit(), "nothing was judged");
    };
  }

  private static String law(Judgement judgement) {
    return judgement.header().kind() == TraceKind.STEPS
        ? judgement.header().profile().label()
        : "a FIFO bounded by " + Figures.text(judgement.header().bound());
  }

  private static String events(Judgement judgement) {
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
