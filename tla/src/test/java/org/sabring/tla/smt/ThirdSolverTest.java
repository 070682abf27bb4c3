package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.tla.smt.translate.Smt;

/**
 * What a third solver says of the files that the proof leaves behind, where it is installed: it has
 * nothing in common with the other two.
 */
@Tag("any-jdk")
class ThirdSolverTest {

  private static final String SOLVER = "cvc5";

  @TempDir Path folder;

  @BeforeAll
  static void isInstalled() throws InterruptedException {
    boolean installed;
    try {
      installed = new ProcessBuilder(SOLVER, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      installed = false;
    }
    Assumptions.assumeTrue(installed, SOLVER + " is not installed: apt-get install " + SOLVER);
  }

  static List<String> claims() {
    return Claim.all().stream().map(Claim::name).toList();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void provesEveryObligationAsWell(String claim) throws IOException, InterruptedException {
    Proof proof = proof(claim);
    for (Group group : proof.groups()) {
      assertThat(answers(group))
          .as(group.name())
          .isEqualTo(Collections.nCopies(group.goals().size(), "unsat"));
    }
  }

  @Test
  void control_itRefutesWhatDoesNotFollow() throws IOException, InterruptedException {
    Proof proof = proof("reference").at(2);
    Group group = Objects.requireNonNull(proof.group("PPublish"));
    Goal never = new Goal(Goal.Kind.STATE, "never", Smt.TRUE, Smt.FALSE);
    assertThat(answers(group.with(List.of(never)))).containsExactly("sat");
  }

  private Proof proof(String name) {
    Claim claim =
        Claim.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return Proof.of(claim, folder);
  }

  /** What it answers to each {@code (check-sat)} of the file. */
  private List<String> answers(Group group) throws IOException, InterruptedException {
    Path file = folder.resolve("group.smt2");
    Files.writeString(file, SmtScript.of(group).text(group));
    List<String> command =
        List.of(SOLVER, "--lang", "smt2", "--incremental", "--tlimit-per=30000", file.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> answers = new ArrayList<>();
    for (String line :
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList()) {
      if (!line.equals("unsupported")) { // an option of the other two
        answers.add(line);
      }
    }
    process.waitFor();
    return answers;
  }
}
