package org.sabring.properties.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sabring.properties.explore.ring.ExploreCommand;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.sample.Choices;
import org.sabring.properties.sample.Script;
import org.sabring.properties.sample.Scripts;
import org.sabring.properties.world.Inside;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import picocli.CommandLine;

class ScheduleRunTest {

  private static final Choices SIMPLEST = new Choices(RingSide.PRODUCER, List.of());
  private static final Choices CONSUMER_FIRST = new Choices(RingSide.CONSUMER, List.of());

  private static Script script(int capacity, Start start, RingCall... calls) {
    List<RingCall> all = List.of(calls);
    return new Script(
        capacity,
        start,
        all.stream().filter(call -> call.kind().stores()).toList(),
        all.stream().filter(call -> call.kind().takes()).toList(),
        0,
        0);
  }

  private static RingCall put(int element) {
    return new RingCall(Kind.PUT, element);
  }

  private static RingCall take() {
    return new RingCall(Kind.TAKE, 0);
  }

  @Property(tries = 50)
  void everyListOfNumbersIsAScheduleOfEveryScript(
      @ForAll(supplier = Scripts.Closing.class) Script script, @ForAll List<Integer> any) {
    List<Integer> numbers = any.stream().map(n -> n & Integer.MAX_VALUE).toList();
    Trial trial = new Trial();
    ScheduleRun.watchSteps(trial, script, new Choices(RingSide.PRODUCER, numbers));
    assertThat(trial.first()).isEmpty();
  }

  @Test
  void theCountersPassTheirEdgesAndTheCursorsWrap() {
    Trial trial = new Trial();
    ScheduleRun.watchSteps(trial, script(2, new Start(1, Integer.MAX_VALUE), put(1)), SIMPLEST);
    assertThat(trial.counts()).containsEntry("counters past 2^31", 2L).containsEntry("wraps", 2L);
    ScheduleRun.watchSteps(trial, script(2, new Start(0, -1), put(1), take()), SIMPLEST);
    assertThat(trial.counts()).containsEntry("counters past 2^32", 4L);
  }

  @Test
  void theCommandInAViolationReplaysIt() throws Exception {
    Check found = Inside.the("NoNotify", LeftAsleep.class);
    assertThat(found.rules()).containsExactly(Rule.RB301);
    Interleaving story = Objects.requireNonNull(found.counterexample());
    String command = found.detail().lines().skip(1).findFirst().orElseThrow();
    assertThat(command)
        .startsWith("sabring explore --memory sc --capacity 3 --producer 'put -2147483648, put -7'")
        .contains(" --at=2 --counted=-1 --from-outside --replay ");
    assertThat(explore(command + " --mistake NoNotify")).containsAll(story.draw());
  }

  static final class LeftAsleep implements Callable<Check> {
    @Override
    public Check call() {
      Script script = script(3, new Start(2, -1), put(Integer.MIN_VALUE), put(-7), take(), take());
      Trial trial = new Trial(List.of(Rule.RB301));
      return found(() -> ScheduleRun.watchCalls(trial, script, CONSUMER_FIRST));
    }
  }

  private static Check found(ThrowingCallable run) {
    Violation v = catchThrowableOfType(Violation.class, run);
    String text = String.valueOf(v.getMessage());
    return new Check("found", false, v.rules(), Status.FAIL, text, Map.of(), v.story());
  }

  private static List<String> explore(String command) {
    List<String> arguments =
        Pattern.compile("'([^']*)'|(\\S+)")
            .matcher(command)
            .results()
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .skip(2)
            .toList();
    StringWriter out = new StringWriter();
    CommandLine commandLine = new CommandLine(new ExploreCommand());
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.execute(arguments.toArray(new String[0]));
    return out.toString().lines().toList();
  }

  @Test
  void onlyTheRulesThatAreWantedAreAViolation() throws Exception {
    assertThat(Inside.<Check>the("SkipSlot", Wanted.class).detail())
        .contains("a cursor moves from 0 to 2");
  }

  static final class Wanted implements Callable<Check> {
    @Override
    public Check call() {
      Script script = script(3, Start.ZERO, put(1), put(2), take());
      Trial other = new Trial(List.of(Rule.RB501));
      ScheduleRun.watchSteps(other, script, SIMPLEST);
      Trial wanted = new Trial(List.of(Rule.RB204));
      return found(() -> ScheduleRun.watchSteps(wanted, script, SIMPLEST));
    }
  }

  @Test
  void everyScheduleOfAWeakenedRingFindsTheRace() throws Exception {
    assertThat(Inside.<Check>the("PPublishOpaque", Raced.class).detail()).contains("--memory ra");
  }

  static final class Raced implements Callable<Check> {
    @Override
    public Check call() {
      Script script = script(2, Start.ZERO, put(1), take());
      Trial trial = new Trial(List.of(Rule.RB201));
      return found(() -> ScheduleRun.exploreAll(trial, script));
    }
  }
}
