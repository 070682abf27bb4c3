package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.recorder.RecordingVerdict.Answer;

/** What stands for an element in a history. */
class WrittenElementsTest {

  @TempDir private Path folder;

  private List<String> written(HistoryRecorder<?> recorder) throws IOException {
    Path file = folder.resolve("history.jsonl");
    recorder.writeTo(file);
    return Files.readAllLines(file);
  }

  @Test
  void elementsAreScalarsOrWhoTheyAre() throws Exception {
    Map<Object, String> shown = new LinkedHashMap<>();
    shown.put(Long.MIN_VALUE, "-9223372036854775808");
    shown.put((byte) 5, "5");
    shown.put(2.5, "2.5");
    shown.put(Double.NaN, "\"NaN\"");
    shown.put(true, "true");
    shown.put('c', "\"c\"");
    shown.put("a\"\n\u00e9", "\"a\\\"\\u000a\u00e9\"");
    shown.put(new BigDecimal("0.10"), "0.10");
    shown.put(Answer.CONFORMS, "\"CONFORMS\"");
    shown.put(new int[0], "\"int[]#1\"");
    shown.put(new int[0], "\"int[]#2\"");
    HistoryRecorder<Object> recorder = HistoryRecorder.around(new ArrayDeque<>());
    RecordedProducer<Object> producer = recorder.producer();
    shown.keySet().forEach(producer::offer);
    List<String> values =
        written(recorder).stream()
            .skip(1)
            .map(line -> line.replaceAll(".*\"value\":(.*),\"result\".*", "$1"))
            .toList();
    assertThat(values).containsExactlyElementsOf(shown.values());
  }

  @Test
  void whatAnElementIsShownAsIsAskedAtEachCall() throws Exception {
    int[] slot = {1};
    HistoryRecorder<int[]> recorder =
        HistoryRecorder.around(new ArrayDeque<int[]>()).shownAs(element -> element[0]);
    RecordedProducer<int[]> producer = recorder.producer();
    producer.offer(slot);
    slot[0] = 2;
    producer.offer(slot);
    List<String> lines = written(recorder);
    assertThat(lines.get(1)).contains("\"value\":1,");
    assertThat(lines.get(2)).contains("\"value\":2,");
  }

  @Test
  void aLongTextIsCutAndStaysWhatItIs() throws Exception {
    HistoryRecorder<String> recorder = HistoryRecorder.around(new ArrayDeque<>());
    RecordedProducer<String> producer = recorder.producer();
    producer.offer("a".repeat(100_000));
    producer.offer("a".repeat(99_999) + "b");
    List<String> hashes =
        written(recorder).stream()
            .skip(1)
            .map(line -> line.replaceAll(".*a… \\(100000 characters, hash (.*)\\).*", "$1"))
            .toList();
    assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.length() == 8);
  }
}
