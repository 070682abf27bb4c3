package org.sabring.properties.explore.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.ring.RingLayout;
import org.sabring.stream.QueueScene;
import org.sabring.stream.sab.PacketScene;

/** Bytes from thread to thread: as packets through a ring, and through the queue of a stream. */
class ByteExplorationTest {

  private static final List<Operation<PacketScene>> WRITE_ALL =
      List.of(
          Operation.of("write 5 bytes", scene -> scene.write(5)),
          Operation.of("write the end", PacketScene::writeEnd));

  private static Operation<PacketScene> read(int most) {
    return Operation.of("read " + most, scene -> scene.read(most));
  }

  private static Exploration packets(
      int capacity, Code code, MemoryModel model, List<Operation<PacketScene>> reads)
      throws InterruptedException {
    RingLayout layout = RingLayout.compact(capacity);
    Program program =
        Program.on(layout.length())
            .side('P', words -> new PacketScene(new ExploredInts(words), layout), WRITE_ALL)
            .side('C', words -> new PacketScene(new ExploredInts(words), layout), reads)
            .with(code);
    return new Explorer(program, model, Answers.of(2), Options.PLAIN).explore();
  }

  /** Where one read ends and the next begins is the schedule's; the bytes are the same. */
  @ParameterizedTest
  @EnumSource
  void bytesComeOutAsTheyWentInHoweverTheyAreCut(MemoryModel model) throws InterruptedException {
    for (int capacity = 2; capacity <= 3; capacity++) {
      List<Operation<PacketScene>> reads =
          List.of(read(3), read(3), read(1).repeatedWhile(answer -> !answer.equals("END")));
      Exploration explored = packets(capacity, Code.PLAIN, model, reads);
      assertThat(explored.status()).isEqualTo(Status.PASS);
      assertThat(explored.outcomes())
          .isNotEmpty()
          .allSatisfy(end -> assertThat(bytes(end)).isEqualTo("12345END"));
    }
  }

  private static String bytes(String end) {
    return end.substring(end.indexOf(';') + 1).replace("ELEMENT", "").replace(" ", "");
  }

  @ParameterizedTest
  @CsvSource({
    "PacketWriter, from += ring.stored(), from = end",
    "PacketWriter, '<< (Byte.SIZE * i)', '<< i'",
    "PacketReader, used += here, used = 0",
    "PacketReader, left -= here, left--"
  })
  void control_aMistakeInTheFormatIsFound(String type, String find, String replace)
      throws Exception {
    Code code = DeadlineTest.edited("stream/sab/" + type + ".java", find, replace);
    List<Operation<PacketScene>> reads = List.of(read(3), read(2), read(1));
    Exploration explored = packets(2, code, MemoryModel.SC, reads);
    boolean whole =
        explored.findings().isEmpty()
            && explored.outcomes().stream().allMatch(end -> bytes(end).equals("12345END"));
    assertThat(whole).isFalse();
  }

  private static Exploration queued(Code code, MemoryModel model) throws InterruptedException {
    Program program =
        Program.sharing(QueueScene::new)
            .side('A', Operation.of("add 1", scene -> scene.add(1)))
            .side('B', Operation.of("add 5", scene -> scene.add(5)))
            .side('C', Operation.of("cut 3", scene -> scene.cut(3)))
            .last('D', Operation.of("cut 1", scene -> scene.cut(1)))
            .with(code)
            .program();
    return new Explorer(program, model, Answers.of(4), Options.PLAIN).explore();
  }

  @ParameterizedTest
  @EnumSource
  void aQueueOfBytesIsCutWhereItIsAsked(MemoryModel model) throws InterruptedException {
    Exploration explored = queued(Code.PLAIN, model);
    assertThat(explored.status()).isEqualTo(Status.PASS);
    assertThat(explored.outcomes())
        .containsExactly(
            "length 2; length 4; [1, 2, 5]; [6]", "length 4; length 2; [5, 6, 1]; [2]");
  }

  @Test
  void control_aCutThatLosesTheRestOfAChunkIsFound() throws Exception {
    Code code =
        DeadlineTest.edited("stream/ByteQueue.java", "if (used < next.length)", "if (false)");
    assertThat(queued(code, MemoryModel.SC).status()).isEqualTo(Status.FAIL);
  }
}
