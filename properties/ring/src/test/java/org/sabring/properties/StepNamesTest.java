package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sabring.spec.law.RingStep;

/** One set of step names: in the Java ring, in the law and in the reference machine. */
class StepNamesTest {

  private static final Pattern JAVA_STEP =
      Pattern.compile("(?m)^ *\\S.*; // ([PC][A-Z]\\w+(?:, [PC][A-Z]\\w+)*)$");

  /** A side waits by sleeping or by asking to be told: one step of the law, two lines of Java. */
  private static final Set<String> WAITS = Set.of("PWait", "PWake", "CWait", "CWake");

  @Test
  void javaAndTheLawHaveTheSameSteps() {
    assertThat(new TreeSet<>(stepsOfJava(java()))).isEqualTo(stepsOfLaw(law()));
  }

  @Test
  void theReferenceMachineAndTheLawHaveTheSameSteps() {
    assertThat(stepsOfMachine()).isEqualTo(stepsOfLaw(law()));
  }

  @Test
  void everyStepStandsOnOneLineOfJavaAndAWaitOnTwo() {
    List<String> steps = stepsOfJava(java());
    assertThat(steps.stream().filter(step -> !WAITS.contains(step))).doesNotHaveDuplicates();
    for (String wait : WAITS) {
      assertThat(steps.stream().filter(wait::equals)).as(wait).hasSize(2);
    }
  }

  @Test
  void noStepIsNamedElsewhereInTheRing() {
    List<String> endings =
        java().lines().filter(line -> line.matches(".*// [PC][A-Z]\\w+.*")).toList();
    assertThat(endings).hasSize((int) JAVA_STEP.matcher(java()).results().count());
  }

  /** Several elements at once: the same steps, of which only the slot's is written anew. */
  @Test
  void theBatchesNameTheSlotStepsAndNoOthers() {
    String batches = java("CursorBatchProducer.java", "CursorBatchConsumer.java");
    assertThat(stepsOfJava(batches)).containsExactly("PWriteSlot", "CReadSlot");
    assertThat(batches.lines().filter(line -> line.matches(".*memory\\.\\w+\\(.*"))).hasSize(2);
  }

  @Test
  void control_aStepRenamedInJavaIsSeen() {
    String changed = java().replace("// PPublish", "// PPublishes");
    assertThat(new TreeSet<>(stepsOfJava(changed))).isNotEqualTo(stepsOfLaw(law()));
  }

  @Test
  void control_aStepForgottenInJavaIsSeen() {
    String changed = java().replace(" // CNotify", "");
    assertThat(new TreeSet<>(stepsOfJava(changed))).isNotEqualTo(stepsOfLaw(law()));
  }

  @Test
  void control_aStepAddedToTheLawIsSeen() {
    String changed = law().replace("Next == Producer", "Next == PReset \\/ Producer");
    assertThat(stepsOfLaw(changed)).contains("PReset").isNotEqualTo(stepsOfMachine());
  }

  @Test
  void control_aStepOnTwoLinesIsSeen() {
    String step = "    x(); // PPublish\n";
    assertThat(stepsOfJava(java() + "\n" + step).stream().filter("PPublish"::equals)).hasSize(2);
  }

  private static String java() {
    return java("CursorProducer.java", "CursorConsumer.java");
  }

  private static String java(String... files) {
    String ring = "impl/src/main/java/org/sabring/ring/";
    return Stream.of(files)
        .map(file -> Repository.read(Repository.path(ring + file)))
        .reduce("", String::concat);
  }

  private static String law() {
    return Repository.read(Repository.path("tla/law/CursorRing.tla"));
  }

  private static List<String> stepsOfJava(String java) {
    return JAVA_STEP
        .matcher(java)
        .results()
        .map((MatchResult line) -> line.group(1))
        .flatMap(names -> Stream.of(names.split(", ")))
        .toList();
  }

  /** What the disjunctions Producer, Consumer and Next name. */
  private static Set<String> stepsOfLaw(String law) {
    Set<String> steps = new TreeSet<>();
    for (String definition : List.of("Producer", "Consumer", "Next")) {
      String body = bodyOf(law, definition);
      Pattern.compile("\\b[PC][A-Z]\\w+")
          .matcher(body)
          .results()
          .forEach(m -> steps.add(m.group()));
    }
    return steps;
  }

  /** The lines of a definition: up to the next one, or to an empty line. */
  private static String bodyOf(String law, String definition) {
    List<String> body = new ArrayList<>();
    boolean inside = false;
    for (String line : law.lines().toList()) {
      boolean begins = line.matches("\\w+(\\(.*\\))? ==.*");
      inside = begins ? line.startsWith(definition + " ==") : inside && !line.isBlank();
      if (inside) {
        body.add(line);
      }
    }
    assertThat(body).as(definition).isNotEmpty();
    return String.join("\n", body);
  }

  private static Set<String> stepsOfMachine() {
    Set<String> steps = new TreeSet<>();
    Stream.of(RingStep.values()).filter(RingStep::isAction).map(RingStep::name).forEach(steps::add);
    return steps;
  }
}
