package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Profile;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;

/** What is printed of a recording that is not judged. */
class JudgedTest {
  private static Judged with(String misfit) {
    TraceHeader header = new TraceHeader(TraceKind.HISTORY, 2, Profile.REFERENCE, true, "");
    return new Judged("f", new Judgement("f", header, 7, null, misfit, List.of()), null);
  }

  @Test
  void aMisfitIsUnknownAndSaysWhy() {
    Judged judged = with("does not fit: no such thing");
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new JudgedText(out).print(judged);
    out.flush();
    assertThat(judged.status()).isEqualTo(Status.UNKNOWN);
    assertThat(text.toString().strip()).isEqualTo("f: UNKNOWN: does not fit: no such thing");
    assertThat(JudgedJson.render(List.of(judged)))
        .contains("\"status\" : \"UNKNOWN\"", "\"misfit\" : \"does not fit: no such thing\"");
  }
}
