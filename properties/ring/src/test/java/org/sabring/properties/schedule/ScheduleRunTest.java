package org.sabring.properties.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sabring.properties.explore.ring.ExploreCommand;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.mutant.NoNotify;
import org.sabring.properties.mutant.SkipSlot;
import org.sabring.properties.mutant.Weakened;
import org.sabring.properties.trial.Mutation;
import org.sabring.properties.trial.Trial;
import org.sabring.properties.trial.Violation;
import org.sabring.spec.Interleaving;
import org.sabring.spec.Rule;
import org.sabring.spec.Side;
import picocli.CommandLine;

class ScheduleRunTest {

  private static final Choices SIMPLEST = new Choices(Side.PRODUCER, List.of());
  private static final Choices CONSUMER_FIRST = new Choices(Side.CONSUMER, List.of());

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
    Trial trial = new Trial(Mutation.NONE);
    ScheduleRun.watchSteps(trial, script, new Choices(Side.PRODUCER, numbers));
    assertThat(trial.first()).isEmpty();
  }

  @Test
  void theCountersPassTheirEdgesAndTheCursorsWrap() {
    Trial trial = new Trial(Mutation.NONE);
    ScheduleRun.watchSteps(trial, script(2, new Start(1, Integer.MAX_VALUE), put(1)), SIMPLEST);
    assertThat(trial.counts()).containsEntry("counters past 2^31", 2L).containsEntry("wraps", 2L);
    ScheduleRun.watchSteps(trial, script(2, new Start(0, -1), put(1), take()), SIMPLEST);
    assertThat(trial.counts()).containsEntry("counters past 2^32", 4L);
  }

  @Test
  void theCommandInAViolationReplaysIt() {
    Script script = script(3, new Start(2, -1), put(Integer.MIN_VALUE), put(-7), take(), take());
    Trial trial = new Trial(NoNotify::new, List.of(Rule.RB301));
    Violation violation =
        catchThrowableOfType(
            Violation.class, () -> ScheduleRun.watchCalls(trial, script, CONSUMER_FIRST));
    assertThat(violation.rules()).containsExactly(Rule.RB301);
    Interleaving story = Objects.requireNonNull(violation.story());
    String command = violation.getMessage().lines().skip(1).findFirst().orElseThrow();
    assertThat(command)
        .startsWith("sabring explore --memory sc --capacity 3 --producer 'put -2147483648, put -7'")
        .contains(" --at=2 --counted=-1 --from-outside --replay ");
    assertThat(explore(command + " --mistake NoNotify")).containsAll(story.draw());
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
  void onlyTheRulesThatAreWantedAreAViolation() {
    Script script = script(3, Start.ZERO, put(1), put(2), take());
    Trial other = new Trial(SkipSlot::new, List.of(Rule.RB501));
    ScheduleRun.watchSteps(other, script, SIMPLEST);
    Trial wanted = new Trial(SkipSlot::new, List.of(Rule.RB204));
    assertThat(
            catchThrowableOfType(
                Violation.class, () -> ScheduleRun.watchSteps(wanted, script, SIMPLEST)))
        .hasMessageContaining("a cursor moves from 0 to 2");
  }

  @Test
  void everyScheduleOfAWeakenedRingFindsTheRace() {
    Script script = script(2, Start.ZERO, put(1), take());
    Trial trial = new Trial(Weakened.of(Weakened.Step.PPublish, false), List.of(Rule.RB201));
    assertThat(catchThrowableOfType(Violation.class, () -> ScheduleRun.exploreAll(trial, script)))
        .hasMessageContaining("--memory ra");
  }
}
