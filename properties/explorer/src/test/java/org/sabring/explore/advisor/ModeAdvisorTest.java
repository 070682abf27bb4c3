package org.sabring.explore.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Source;
import org.sabring.explore.advisor.Advice.Need;
import org.sabring.explore.assertions.HandleQueue;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.LinearizabilityMonitor;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.monitor.SequentialModel;
import org.sabring.explore.runtime.Access.Kind;

class ModeAdvisorTest {

  private static Map<Site, List<Advice>> advice(
      Source<HandleQueue<Integer>> source, Options options, MemoryModel memory)
      throws InterruptedException {
    Program program =
        Program.sharing(source)
            .side(
                'P',
                Operation.of(MethodCall.of("offer", 1), queue -> queue.offer(1)),
                Operation.of(MethodCall.of("offer", 2), queue -> queue.offer(2)))
            .side('C', Operation.of(MethodCall.of("poll"), queue -> queue.poll()))
            .program();
    LinearizabilityMonitor<?> fifo = LinearizabilityMonitor.to(SequentialModel.boundedFifo(1));
    return new ModeAdvisor(program, model -> fifo.on(model, program), options)
        .advise(List.of(memory));
  }

  private static Advice one(Map<Site, List<Advice>> advice, Kind kind, String field, Mode mode) {
    Site site = new Site(kind, "HandleQueue." + field, mode, null);
    return Objects.requireNonNull(advice.get(site), site.toString()).get(0);
  }

  private static Need need(Map<Site, List<Advice>> advice, Kind kind, String field, Mode mode) {
    return one(advice, kind, field, mode).need();
  }

  @Test
  void allFourAreNeededOnReleaseAcquire() throws InterruptedException {
    Map<Site, List<Advice>> advice =
        advice(() -> new HandleQueue<>(1), Options.PLAIN, MemoryModel.RA);

    assertThat(need(advice, Kind.LOAD, "tail", Mode.ACQUIRE)).isEqualTo(Need.NEEDED);
    assertThat(need(advice, Kind.STORE, "tail", Mode.RELEASE)).isEqualTo(Need.NEEDED);
    assertThat(need(advice, Kind.LOAD, "head", Mode.ACQUIRE)).isEqualTo(Need.NEEDED);
    assertThat(need(advice, Kind.STORE, "head", Mode.RELEASE)).isEqualTo(Need.NEEDED);
    assertThat(AdviceTable.lines(advice))
        .anyMatch(line -> line.startsWith("without load HandleQueue.tail, acquire, on RA: a data"));
  }

  @Test
  void noneIsNeededOnStoreBuffers() throws InterruptedException {
    advice(() -> new HandleQueue<>(1), Options.PLAIN, MemoryModel.TSO)
        .values()
        .forEach(all -> assertThat(all.get(0).need()).isEqualTo(Need.COULD_BE_WEAKER));
  }

  @Test
  void whatIsBrokenIsToldWhatWouldMendIt() throws InterruptedException {
    Map<Site, List<Advice>> advice =
        advice(() -> new HandleQueue.Opaque<>(1), Options.PLAIN, MemoryModel.RA);

    Advice tail = one(advice, Kind.LOAD, "tail", Mode.OPAQUE);
    assertThat(tail.need()).isEqualTo(Need.TOO_WEAK);
    assertThat(tail).hasToString("too weak: acquire would mend it");
    assertThat(need(advice, Kind.STORE, "tail", Mode.RELEASE)).isEqualTo(Need.NOT_TO_BLAME);
  }

  @Test
  void saysUnknownBeyondItsBound() throws InterruptedException {
    advice(() -> new HandleQueue<>(1), Options.PLAIN.states(3), MemoryModel.RA)
        .values()
        .forEach(all -> assertThat(all.get(0).need()).isEqualTo(Need.UNKNOWN));
  }
}
