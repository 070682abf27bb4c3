package org.sabring.explore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.runtime.Refused;

class ByteBufferModelTest {

  /** Code that uses buffers, the JDK's outside and the model inside. */
  static final class Player {

    String play(long seed) {
      Random random = new Random(seed);
      ByteBuffer buffer = ByteBuffer.wrap(new byte[12], 1, 10);
      StringBuilder seen = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        try {
          seen.append(step(buffer, random)).append(' ');
        } catch (RuntimeException e) {
          seen.append(e.getClass().getSimpleName()).append(' ');
        }
        if (random.nextInt(8) == 0) {
          buffer = random.nextBoolean() ? buffer.slice() : buffer.duplicate();
        }
        seen.append(buffer.position()).append('/').append(buffer.limit()).append(", ");
      }
      return seen + Arrays.toString(buffer.array()) + buffer.arrayOffset() + buffer.capacity();
    }

    private static Object step(ByteBuffer buffer, Random random) {
      int number = random.nextInt(13);
      return switch (random.nextInt(16)) {
        case 0 -> buffer.put((byte) number).remaining();
        case 1 -> buffer.get();
        case 2 -> buffer.putInt(number * 0x01020304).hasRemaining();
        case 3 -> buffer.getInt();
        case 4 -> buffer.flip().remaining();
        case 5 -> buffer.clear().remaining();
        case 6 -> buffer.rewind().remaining();
        case 7 -> buffer.limit(number).limit();
        case 8 -> buffer.position(number).position();
        case 9 -> buffer.order(number < 6 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).order();
        case 10 -> buffer.get(number);
        case 11 -> buffer.put(number, (byte) 9).remaining();
        case 12 -> buffer.put(new byte[] {7, 8}).remaining();
        case 13 -> buffer.put(new byte[] {4, 5, 6}, 1, 2).remaining();
        case 14 -> buffer.put(ByteBuffer.allocate(3).put((byte) 1).flip()).remaining();
        default -> {
          byte[] two = new byte[2];
          buffer.get(two);
          yield Arrays.toString(two);
        }
      };
    }

    long playLong() {
      return ByteBuffer.allocate(8).getLong();
    }

    int playChannel() throws IOException {
      WritableByteChannel channel = Channels.newChannel(OutputStream.nullOutputStream());
      return channel.write(ByteBuffer.allocate(8));
    }
  }

  private static Iterable<String> inside(Operation<Player> operation) throws InterruptedException {
    Program program = Program.sharing(Player::new).side('A', operation).program();
    return new Explorer(program, MemoryModel.SC, Answers.of(1), Options.PLAIN).explore().outcomes();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void itDoesWhatTheRealOneDoes(long seed) throws InterruptedException {
    assertThat(inside(Operation.of("play", player -> player.play(seed))))
        .isEqualTo(new TreeSet<>(List.of(new Player().play(seed))));
  }

  @Test
  void whatItDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> inside(Operation.of("long", Player::playLong)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ByteBuffer");
    assertThatThrownBy(() -> inside(Operation.of("channel", Player::playChannel)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("WritableByteChannel.write");
  }
}
