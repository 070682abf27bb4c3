package org.sabring.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.sabring.explore.Code;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;

/**
 * Programs of the same code, explored on several threads at once: what one of them finds out about
 * the classes is in nobody's way.
 */
class WorldsOfThreadsTest {

  private static final int THREADS = 4;
  private static final int ROUNDS = 25;

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  /** Code that nobody has loaded yet, so that everything about its classes is still to find out. */
  private static Code fresh() {
    return Code.PLAIN.replacing("NobodyHasIt", new byte[1]);
  }

  private static Program program(Code code) {
    return Program.sharing(() -> new ArrayBlockingQueue<Integer>(1))
        .with(code)
        .side('P', Operation.of("offer", (ArrayBlockingQueue<Integer> q) -> q.offer(1)))
        .side('C', Operation.of("poll", (ArrayBlockingQueue<Integer> q) -> q.poll()))
        .program();
  }

  private static Iterable<String> outcomes(Program program) throws InterruptedException {
    return new Explorer(program, MemoryModel.RA, Answers.of(2), Options.PLAIN).explore().outcomes();
  }

  private void allEndAlike(List<Program> programs) throws Exception {
    List<Future<Iterable<String>>> ends = new ArrayList<>();
    for (Program program : programs) {
      ends.add(pool.submit(() -> outcomes(program)));
    }
    for (Future<Iterable<String>> end : ends) {
      assertThat(end.get(1, TimeUnit.MINUTES)).containsExactlyInAnyOrder("true; 1", "true; ");
    }
  }

  @RepeatedTest(ROUNDS)
  void eachMadeByWhoExploresIt() throws Exception {
    Code code = fresh();
    allEndAlike(IntStream.range(0, THREADS).mapToObj(i -> program(code)).toList());
  }

  @RepeatedTest(ROUNDS)
  void allMadeByOneThread() throws Exception {
    Code code = fresh();
    List<Program> programs = IntStream.range(0, THREADS).mapToObj(i -> program(code)).toList();
    programs.forEach(Program::scene);
    allEndAlike(programs);
  }
}
