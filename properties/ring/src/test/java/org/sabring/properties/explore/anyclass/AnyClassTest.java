package org.sabring.properties.explore.anyclass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.properties.explore.ring.ExploreCommand;
import picocli.CommandLine;

/** {@code sabring explore --queue}, on classes of somebody else's. */
class AnyClassTest {

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = new CommandLine(new ExploreCommand());
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    int code = commandLine.execute(args);
    return new Ran(code, out.toString(), err.toString());
  }

  private static Ran queue(Class<?> type, String memory, String... more) {
    String[] args = {
      "--queue",
      type.getName(),
      "--memory",
      memory,
      "--producer",
      "offer 1, offer 2",
      "--consumer",
      "poll, poll"
    };
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return run(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sc", "tso", "ra"})
  void aRightQueuePassesOnEveryMemory(String memory) {
    Ran ran = queue(OneSlot.class, memory);
    assertThat(ran.out()).contains("PASS: ");
    assertThat(ran.code()).isZero();
  }

  @Test
  void aReleaseThatIsMissingIsFoundWithItsSourceLine() {
    Ran ran = queue(OneSlot.Opaque.class, "ra");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("a data race on Opaque.value")
        .contains("OneSlot.java:")
        .contains("smallest: P: offer 1; C: poll;");
    assertThat(queue(OneSlot.Opaque.class, "tso").code()).isZero();
  }

  @Test
  void anElementThatIsLostIsMissedInTheEnd() {
    assertThat(queue(OneSlot.Losing.class, "sc", "--model", "fifo").code()).isEqualTo(1);
    assertThat(queue(OneSlot.Losing.class, "ra", "--model", "fifo").code()).isEqualTo(1);
  }

  @Test
  void aSleeperIsFoundUnlessItMaySleep() {
    String[] calls = {"--side", "put", "--side", "take"};
    String name = OneSlot.Sleeping.class.getName();
    Ran found = run("--class", name, "--model", "none", calls[0], calls[1], calls[2], calls[3]);
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.out()).contains("sleeps for ever").contains("monitor of Sleeping");
    Ran allowed =
        run(
            "--class",
            name,
            "--model",
            "none",
            "--may-sleep",
            calls[0],
            calls[1],
            calls[2],
            calls[3]);
    assertThat(allowed.code()).isZero();
  }

  @Test
  void theModesThatAreNeededAreTold() {
    Ran ran = queue(OneSlot.class, "ra", "--weaken");
    assertThat(ran.out())
        .containsPattern("store OneSlot.full +release +plain would do +needed")
        .containsPattern("without store OneSlot.full, release, on RA: a data race on OneSlot.value")
        .containsPattern("load OneSlot.full +acquire +plain would do +needed");
  }

  @Test
  void aScheduleReplays() {
    Ran replayed = queue(OneSlot.class, "sc", "--replay", "PP");
    assertThat(replayed.code()).isZero();
    assertThat(replayed.out()).contains("offer 1: OneSlot.full is false (acquire)");
  }

  @Test
  void whatCannotBeFollowedIsUnknownAndNamed() {
    String name = OneSlot.Starting.class.getName();
    Ran ran = run("--class", name, "--model", "none", "--side", "start");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .startsWith("UNKNOWN: ")
        .contains("Starting.start(OneSlot.java:", "java.lang.Thread.start");
  }

  @Test
  void theStoryIsAPageToo(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("story.html");
    queue(OneSlot.Opaque.class, "ra", "--html", page.toString());
    assertThat(Files.readString(page)).contains("a data race on Opaque.value", "class=\"story\"");
  }

  @Test
  void itIsOneDocumentToo() {
    Ran ran = queue(OneSlot.Opaque.class, "ra", "--json");
    assertThat(ran.out()).startsWith("{").contains("\"status\"", "FAIL", "data race");
  }

  @Test
  void whatCannotBeUnderstoodIsSaid() {
    assertThat(run("--queue", "no.such.Class", "--producer", "offer 1").err())
        .contains("no class no.such.Class");
    assertThat(run("--queue", OneSlot.class.getName()).err()).contains("no calls");
    assertThat(run("--queue", OneSlot.class.getName(), "--producer", "1 offer").code())
        .isEqualTo(2);
    assertThat(queue(OneSlot.class, "sc", "--classpath", "no/such.jar").err())
        .contains("no/such.jar does not exist");
    Ran noMethod = run("--queue", OneSlot.class.getName(), "--producer", "push 1");
    assertThat(noMethod.code()).isEqualTo(2);
    assertThat(noMethod.err()).contains("no method push");
  }

  @Test
  void jcstressTestsAreExploredFromTheirClassFiles() throws Exception {
    String classes =
        Path.of(SmallStressTest.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    Ran right = run("--jcstress", "SmallStressTest\\$Volatile", "--classpath", classes);
    assertThat(right.out())
        .containsPattern("AGREES +org.sabring.*SmallStressTest\\$Volatile")
        .containsPattern("0, 1 +ACCEPTABLE +SC TSO RA")
        .contains("1 jcstress tests: AGREES 1");
    assertThat(right.code()).isZero();

    Ran wrong = run("--jcstress", "SmallStressTest", "--classpath", classes, "--memory", "tso");
    assertThat(wrong.out())
        .containsPattern("FORBIDDEN +org.sabring.*SmallStressTest\\$Plain")
        .containsPattern("0, 0 +FORBIDDEN +TSO")
        .contains("the result is 0, 0");
    assertThat(wrong.code()).isEqualTo(1);

    Ran none = run("--jcstress", "NoSuchTest", "--classpath", classes);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no @JCStressTest matches 'NoSuchTest'");
  }

  @Test
  void aFindingIsWrittenDownAsATest() {
    assertThat(queue(OneSlot.Opaque.class, "ra").out())
        .contains("as a test:")
        .contains("assertThatSchedulesOf(() -> new OneSlot.Opaque())")
        .contains(".side(\"P\", it -> it.offer(1))")
        .contains(".replaying(\"");
  }
}
