package org.sabring.explore.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.explore.monitor.Vocabulary.Verb;

/** What each method of a queue answers, and leaves behind. */
class BoundedFifoTest {

  /** What comes of a call of a queue that has room for two. */
  private static Set<String> does(List<Object> held, String call) {
    String[] words = call.split(" ", 2);
    MethodCall made =
        words.length == 1
            ? MethodCall.of(call)
            : MethodCall.of(words[0], Integer.valueOf(words[1]));
    return SequentialModel.boundedFifo(2).apply(held, 0, made).stream()
        .map(applied -> applied.result() + " " + applied.state())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offer 5     | true [5]          | true [1, 5]         | false [1, 2]",
        "relaxedOffer 5 | true [5], false [] | true [1, 5], false [1] | false [1, 2]",
        "enqueue 5   | true [5], done [5] | true [1, 5], done [1, 5] | false [1, 2]",
        "add 5       | true [5]          | true [1, 5]         | throws"
            + " java.lang.IllegalStateException [1, 2]",
        "put 5       | done [5]          | done [1, 5]         | ''",
        "poll        | done []           | 1 []                | 1 [2]",
        "relaxedPoll | done []           | 1 [], done [1]      | 1 [2], done [1, 2]",
        "dequeue     | done []           | 1 []                | 1 [2]",
        "remove      | throws java.util.NoSuchElementException [] | 1 [] | 1 [2]",
        "remove 1    | false []          | true []             | true [2]",
        "take        | ''                | 1 []                | 1 [2]",
        "peek        | done []           | 1 [1]               | 1 [1, 2]",
        "relaxedPeek | done []           | 1 [1], done [1]     | 1 [1, 2], done [1, 2]",
        "element     | throws java.util.NoSuchElementException [] | 1 [1] | 1 [1, 2]",
        "size        | 0 []              | 1 [1]               | 2 [1, 2]",
        "remainingCapacity | 2 []        | 1 [1]               | 0 [1, 2]",
        "isEmpty     | true []           | false [1]           | false [1, 2]",
        "contains 2  | false []          | false [1]           | true [1, 2]",
        "clear       | done []           | ...                 | ..."
      })
  void aMethodDoesWhatItsNameSays(String call, String empty, String one, String full) {
    assertThat(does(List.of(), call)).isEqualTo(set(empty));
    if (!one.equals("...")) {
      assertThat(does(List.of(1), call)).isEqualTo(set(one));
      assertThat(does(List.of(1, 2), call)).isEqualTo(set(full));
    }
  }

  private static Set<String> set(String possibilities) {
    return possibilities.isEmpty() ? Set.of() : Set.of(possibilities.split(", (?=[a-z])"));
  }

  private static Hearing hearing() {
    return new Hearing(LinearizabilityMonitor.to(SequentialModel.boundedFifo(2).holding(1, 2)));
  }

  @Test
  void aDrainAnswersItsElementsOrHowMany() {
    hearing().did(0, List.of(1, 2), "drain").did(0, List.of(), "drain");
    hearing().did(0, new int[] {1, 2}, "drain").did(0, 0, "drain");
    hearing().did(0, 1, "drainTo", 1).did(0, 2, "poll").did(0, null, "poll");
    hearing().did(0, null, "clear").did(0, null, "poll");
    assertThat(hearing().called(0, "drain").found(0, 1, "drain")).contains("answers 2 or [1, 2]");
    assertThat(hearing().called(0, "drain").found(0, List.of(2, 1), "drain")).isNotEmpty();
  }

  @Test
  void othersMayCallWhileADrainIsUnderWay() {
    hearing().called(0, "drain").did(1, true, "offer", 3).returned(0, List.of(1, 2, 3), "drain");
    assertThat(hearing().called(0, "drain").did(1, true, "offer", 3).did(1, false, "offer", 4))
        .isNotNull();
    Hearing other = hearing().did(0, List.of(1, 2), "drain").called(1, "poll");
    assertThat(other.found(1, 2, "poll")).contains("answers null");
  }

  @Test
  void aQueueMayHaveOtherNamesAndAnotherAnswerForNothing() {
    Vocabulary ring = Vocabulary.USUAL.with(Verb.POLL, "receive").nothing(-1);
    Hearing hearing = new Hearing(LinearizabilityMonitor.to(SequentialModel.boundedFifo(1, ring)));
    hearing.did(0, -1, "receive").did(1, true, "offer", 1).called(0, "receive");
    assertThat(hearing.found(0, -1, "receive"))
        .contains("answers 1; ")
        .endsWith("declare relaxed(\"receive\", -1)");
  }

  @Test
  void aMethodWithoutMeaningIsAMistake() {
    assertThatThrownBy(() -> does(List.of(), "push 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("method=push, expected one of [add, addLast, clear, ");
    assertThatThrownBy(() -> does(List.of(), "offer"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("call=offer, expected an element after it");
    assertThatThrownBy(() -> SequentialModel.boundedFifo(1).apply(List.of(), 0, "offer 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("call=offer 1, expected a Call, for example Call.of(\"offer\", 1)");
    assertThatThrownBy(() -> SequentialModel.boundedFifo(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("capacity=0, expected at least 1");
  }
}
