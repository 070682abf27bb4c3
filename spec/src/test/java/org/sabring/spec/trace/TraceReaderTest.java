package org.sabring.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Word;

class TraceReaderTest {
  private static final String HEAD = "{'format':'sabring-trace','version':1,";

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static TraceHeader header(String rest) throws IOException {
    try (TraceReader reader = Traces.open(json(HEAD + rest))) {
      return reader.header();
    }
  }

  @Test
  void aHeaderSaysAllOrOnlyWhatItMust() throws IOException {
    assertThat(header("'kind':'steps','capacity':8,'profile':'seed','complete':true,'source':'é'}"))
        .isEqualTo(new TraceHeader(TraceKind.STEPS, 7, Profile.SEED, true, "é"));
    assertThat(header("'kind':'history','bound':2147483647}"))
        .isEqualTo(
            new TraceHeader(
                TraceKind.HISTORY,
                Integer.MAX_VALUE,
                Profile.ANY,
                false,
                "",
                new TraceHeader.Ring(0, null, false, false)));
    assertThat(header("'kind':'history','capacity':2}").bound()).isEqualTo(1);
  }

  @Test
  void theHeaderOfStepsKnowsItsRing() throws IOException {
    TraceHeader steps = header("'kind':'steps','capacity':8}");
    assertThat(steps.layout()).isEqualTo(new MemoryLayout(8));
    assertThat(steps.withProfile(Profile.SEED).profile()).isEqualTo(Profile.SEED);
    assertThatThrownBy(header("'kind':'history','capacity':8}")::layout)
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new TraceHeader(TraceKind.HISTORY, 0, Profile.ANY, false, ""))
        .hasMessage("bound=0, expected at least 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'thread':'P','access':'store','word':'write','value':3}                     | P store write 3
          {'thread':'P','access':'store','word':'write','value':1073741827}            | P store write 3!
          {'thread':'P','access':'store','word':'write','value':-1}                    | P store write -1
          {'thread':'C','access':'load','word':'data','index':3,'value':-2147483648}   | C load data[3] -2147483648
          {'thread':'P','access':'add','word':'producer-waits','value':1073741827}     | P add 1 to producer-waits at 1073741827
          {'thread':'C','access':'wait','word':'write','expected':3,'result':'ok'}     | C wait write expected 3: ok
          {'thread':'C','access':'wait','word':'write','expected':3}                   | C wait write expected 3: never woke
          {'woken':1,'word':'read','access':'notify','thread':'C'}                     | C notify read: woke 1
          """)
  void stepsReadLikeSentences(String line, String text) throws IOException {
    try (TraceReader reader = Traces.open(Traces.STEPS + "\n" + json(line))) {
      TraceAccess access = reader.nextAccess();
      assertThat(access).isNotNull().extracting(TraceAccess::text).isEqualTo(text);
      assertThat(reader.nextAccess()).isNull();
    }
  }

  @Test
  void aStepHasAllItsParts() throws IOException {
    String line =
        "{'thread':'C','access':'wait','word':'write','expected':-1,'result':'timed-out'}";
    try (TraceReader reader = Traces.open(Traces.STEPS + "\n" + json(line))) {
      assertThat(reader.nextAccess())
          .isNotNull()
          .extracting(TraceAccess::step)
          .isEqualTo(
              new StepEvent(
                  2, RingSide.CONSUMER, AccessKind.WAIT, Word.WRITE, -1, -1, WaitResult.TIMED_OUT));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'thread':'P','op':'put','value':7,'call':-9,'return':-9}              | P put 7: stored
          {'thread':'P','op':'put','value':7,'result':true,'call':1,'return':2}  | P put 7: stored
          {'thread':'P','op':'put','value':7,'result':false,'call':1,'return':2} | P put 7: refused
          {'thread':'P','op':'offer','value':7,'result':true,'call':1,'return':2}| P offer 7: stored
          {'thread':'P','op':'offer','value':7,'result':false,'call':1,'return':2}| P offer 7: refused
          {'thread':'P','op':'put','value':7,'call':1}                           | P put 7: never came back
          {'thread':'P','op':'close','call':1,'return':2}                        | P close: done
          {'thread':'C','op':'take','value':7,'empty':false,'call':1,'return':2} | C take: 7
          {'thread':'C','op':'poll','empty':true,'call':1,'return':2}            | C poll: empty
          {'thread':'C','op':'take','end':true,'call':1,'return':2}              | C take: end
          {'thread':'C','op':'take','call':1}                                    | C take: never came back
          {'thread':'C','op':'cancel','call':1,'return':2}                       | C cancel: done
          """)
  void operationsReadLikeSentences(String line, String text) throws IOException {
    try (TraceReader reader = Traces.open(Traces.HISTORY + "\n" + json(line))) {
      HistoryEvent event = reader.nextOperation();
      assertThat(event).isNotNull().extracting(HistoryEvent::text).isEqualTo(text);
      assertThat(reader.nextOperation()).isNull();
    }
  }

  @Test
  void anOperationHasAllItsParts() throws IOException {
    String line = "{'thread':'C','op':'poll','value':-5,'call':-9223372036854775808,'return':0}";
    try (TraceReader reader = Traces.open(Traces.HISTORY + "\n" + json(line))) {
      assertThat(reader.nextOperation())
          .isEqualTo(
              new HistoryEvent(2, OperationKind.POLL, -5, Outcome.ELEMENT, Long.MIN_VALUE, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x':{'value':9,'y':[1,{'thread':0}],'y':2}",
        "'x':null",
        "'é':'\\u0000'",
        "'op':'put'",
        "'x':1e999999"
      })
  void keysThatMeanNothingAreIgnored(String extra) throws IOException {
    String line = "{" + extra + ",'thread':'C','access':'load','word':'write','value':3}";
    assertThat(Traces.drain(Traces.STEPS + "\n" + json(line))).isEqualTo(1);
  }

  @Test
  void anIgnoredValueMayBeAsDeepAndLongAsALine() throws IOException {
    String deep = "[".repeat(9000) + "1".repeat(9000) + "]".repeat(9000);
    String line = "{'x':" + deep + ",'thread':'C','access':'load','word':'write','value':3}";
    assertThat(Traces.drain(Traces.STEPS + "\n" + json(line))).isEqualTo(1);
  }

  @Test
  void theLongestLineIsRead() throws IOException {
    String line = json("{'thread':'C','access':'load','word':'write','value':3}");
    String padded = line + " ".repeat(LineSource.MAX_LINE - line.length());
    String file = Traces.STEPS + "\r\n" + (padded + "\n").repeat(9);
    assertThat(Traces.drain(file)).isEqualTo(9);
    assertThatThrownBy(() -> Traces.drain(file + padded + " \n"))
        .isInstanceOf(MalformedTrace.class)
        .hasMessageStartingWith("t:11: found a line of more than 65536 bytes");
  }

  @Test
  void aReaderReadsItsKindOnly() throws IOException {
    try (TraceReader steps = Traces.open(Traces.STEPS);
        TraceReader history = Traces.open(Traces.HISTORY)) {
      assertThatThrownBy(steps::nextOperation).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(history::nextAccess).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aFileIsReadFromDisk(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), Traces.HISTORY);
    try (TraceReader reader = TraceReader.open(file)) {
      assertThat(reader.file()).isEqualTo(file.toString());
      assertThat(reader.header().bound()).isEqualTo(2);
    }
  }

  @Test
  void aStreamIsClosedEvenIfItsHeaderIsNone() {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream in =
        new FilterInputStream(Traces.bytes("x")) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    assertThatThrownBy(() -> TraceReader.open(in, "t")).isInstanceOf(MalformedTrace.class);
    assertThat(closed).isTrue();
  }
}
