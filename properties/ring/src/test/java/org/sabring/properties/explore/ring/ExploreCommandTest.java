package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sabring.spec.cli.ExtensionCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ExploreCommandTest {

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = new CommandLine(new All()).addSubcommand(new ExploreCommand());
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    List<String> all = new ArrayList<>(List.of("explore"));
    all.addAll(List.of(args));
    int code = commandLine.execute(all.toArray(new String[0]));
    return new Ran(code, out.toString(), err.toString());
  }

  /** The command that it is a part of. */
  @Command(name = "sabring")
  private static final class All {}

  @Test
  void theRingPasses() {
    Ran ran = run("--memory", "sc", "--producer", "put 1, close", "--consumer", "take, take");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("capacity 2; P: put 1, close; C: take, take; sequentially consistent")
        .contains("PASS: ");
  }

  @Test
  void aMistakeIsFoundAndItsScheduleReplays() {
    String[] program = {"--producer", "put 1", "--consumer", "take", "--mistake", "PPublishOpaque"};
    Ran found = run(program);
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.out()).contains("[RB201] a data race", "[PPPPPCCC]", "FAIL: ");
    Ran replayed =
        run(
            "--producer",
            "put 1",
            "--consumer",
            "take",
            "--mistake",
            "PPublishOpaque",
            "--replay",
            "PPPPPCCC");
    assertThat(replayed.code()).isZero();
    assertThat(replayed.out().lines().toList())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(found.out()).contains(line));
  }

  @Test
  void whatIsFoundIsShownWithTheFewestCallsAndSwitches() {
    String[] program = {"--producer", "put 1, put 2", "--consumer", "take, poll, take"};
    Ran found = run(join(program, "--mistake", "PPublishOpaque"));
    assertThat(found.out())
        .contains("\nsmallest: P: put 1; C: take, schedule PPPPPCCC: a data race");
    assertThat(run(join(program, "--mistake", "PPublishOpaque", "--json")).out())
        .contains("\"program\" : \"P: put 1; C: take\"");
    assertThat(run(program).out()).doesNotContain("smallest");
  }

  private static String[] join(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void stepsHaveTheNamesOfTheLaw() {
    Ran ran = run("--producer", "put 1, close", "--consumer", "", "--replay", "PPPPPPPPP");
    assertThat(ran.out())
        .contains("put 1: PLoadWrite WRITE is 0", "PLoadRead READ is 0", "PWriteSlot slot0 := 1")
        .contains("PCountProduced PRODUCED := 1", "PPublish WRITE := 1", "PNotify notifies")
        .contains("close: PLoadWrite WRITE is 1", "PClose WRITE := 1+flag");
    Ran other =
        run("--producer", "put 7", "--consumer", "take, cancel", "--replay", "CCCCPPPPPPCCCCCCCCC");
    assertThat(other.out())
        .contains("take: CLoadWrite WRITE is 0", "CLoadRead READ is 0", "CCountWait C_WAITS := 1")
        .contains("CWait waits on WRITE while 0: sleeps", "CReadSlot slot0 is 7", "CPublish READ")
        .contains("CCountConsumed CONSUMED := 1", "CNotify notifies", "CCancel READ := 1+flag");
  }

  @Test
  void anOldStoreThatIsReadIsNamed() {
    Ran ran = run("--producer", "put 1", "--consumer", "poll", "--replay", "PPPPPC1");
    assertThat(ran.out()).contains("^ reads the store before the newest");
  }

  @Test
  void everyCallCanBeWritten() {
    Ran ran =
        run(
            "--producer",
            "offer 1, put 2, timed put 3, brief put 4, close",
            "--consumer",
            "poll, take, timed take, brief take, drain 2, cancel, poll*",
            "--states",
            "3000");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("brief put 4", "drain 2").contains("UNKNOWN: 3,000 states");
  }

  @Test
  void beyondTheBoundItIsUnknown() {
    assertThat(run("--states", "50").code()).isEqualTo(3);
    assertThat(run("--random", "5", "--seed", "1").code()).isEqualTo(3);
  }

  @Test
  void jsonIsOneDocument() {
    Ran ran = run("--json", "--producer", "close", "--consumer", "poll");
    assertThat(ran.out()).contains("\"format\" : \"sabring-exploration\"", "\"status\" : \"PASS\"");
    Ran replayed = run("--json", "--producer", "close", "--consumer", "", "--replay", "PP");
    assertThat(replayed.out()).contains("\"format\" : \"sabring-replay\"", "\"drawing\"");
  }

  @Test
  void badUsageNamesWhatIsWrong() {
    assertThat(run("--producer", "push 1").err()).contains("'push 1', expected 'offer N'");
    assertThat(run("--consumer", "put 1").code()).isEqualTo(2);
    assertThat(run("--capacity", "1").err()).contains("capacity=1, expected at least 2");
    assertThat(run("--replay", "PPx9").err()).contains("schedule");
    assertThat(run("--replay", "CCCCCCCCCCCCC").err()).contains("not possible there");
  }

  @Test
  void theCommandIsFound() {
    assertThat(ServiceLoader.load(ExtensionCommand.class))
        .anyMatch(command -> command instanceof ExploreCommand);
  }
}
