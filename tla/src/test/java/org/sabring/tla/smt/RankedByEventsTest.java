package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Bounds;
import org.sabring.tla.LawModules;
import org.sabring.tla.Model;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Specification;

/** A ranking by events proves its promise if the events are strongly fair and can happen. */
@Tag("any-jdk")
class RankedByEventsTest {

  /** Somebody disturbs again and again, and while there is work nothing goes down. */
  private static final String MODULE =
      """
      ---- MODULE Disturbed ----
      EXTENDS Ranking
      VARIABLES x, work
      vars == <<x, work>>
      Init == x = 5 /\\ work = 0
      Down == x > 0 /\\ work = 0 /\\ x' = x - 1 /\\ work' = work
      Jump == x > 1 /\\ work = 0 /\\ x' = x - 2 /\\ work' = work
      Work == work > 0 /\\ work' = work - 1 /\\ x' = x
      Disturb == work = 0 /\\ work' = 3 /\\ x' = x
      Next == Down \\/ Jump \\/ Work \\/ Disturb
      Spec == Init /\\ [][Next]_vars
      Fair == Spec /\\ WF_vars(Work) /\\ SF_vars(Down) /\\ SF_vars(Jump)
      Weak == Spec /\\ WF_vars(Work) /\\ WF_vars(Down) /\\ SF_vars(Jump)
      Partly == Spec /\\ WF_vars(Work) /\\ SF_x(Down) /\\ SF_vars(Jump)
      Idle == Spec /\\ SF_vars(Down) /\\ SF_vars(Jump)
      Elsewhere == x = 7 /\\ work = 0 /\\ [][Next]_vars /\\ WF_vars(Work) /\\ SF_vars(Down)
      IsInt == x \\in Nat /\\ work \\in Nat

      Comes == x < 9 ~> x = 0
      Events == Down \\/ Jump
      EventCan == x > 0 /\\ work = 0
      EventIsAble == EventCan => ENABLED <<Events>>_vars
      WorkIsAble == work > 0 => ENABLED <<Work>>_vars

      States == RankedByEvents(x < 9, x = 0, x < 9, x, work, TRUE, EventCan, work > 0, work > 0)
      Steps == [][NearerByEvents(x = 0, x < 9, x, work, TRUE, EventCan, Events, Work, Work)]_vars
      OtherBusy == [][NearerByEvents(x = 0, x < 9, x, 0, TRUE, EventCan, Events, Work, Work)]_vars
      NoEvent == [][NearerByEvents(x = 0, x < 9, x, work, TRUE, EventCan, Disturb, Work, Work)]_vars
      Weakly == [][ComesNearer(x = 0, x < 9, x, TRUE, Work, Work)]_vars
      Careless ==
        RankedByEvents(x < 9, x = 0, x < 9, x, 0, TRUE, EventCan, work > 0, work > 0)
      ====
      """;

  @TempDir Path folder;

  private Proof disturbed(String specification, Claim.Ranking ranking, List<String> promises)
      throws IOException {
    LawModules.copyTo(folder, "Ranking");
    Files.writeString(folder.resolve("Disturbed.tla"), MODULE);
    Claim claim =
        new Claim(
            "disturbed",
            "Disturbed",
            specification,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            "IsInt",
            promises,
            List.of(),
            List.of(ranking),
            List.of(),
            List.of(),
            List.of(),
            null,
            Bounds.QUICK);
    return Proof.of(Specification.read(folder, "Disturbed"), claim, folder.resolve("asked"));
  }

  private static final List<String> ABLE = List.of("EventIsAble", "WorkIsAble");

  private static Claim.Ranking ranking(String states, String steps, @Nullable String fair) {
    return new Claim.Ranking("Comes", states, steps, fair);
  }

  private static List<String> refuted(Proof proof) throws InterruptedException {
    List<String> refuted = new ArrayList<>();
    for (Group group : proof.groups()) {
      proof.prover().prove(group).stream()
          .filter(ObligationResult::isRefuted)
          .forEach(one -> refuted.add(group.name() + ": " + one.goal().name()));
      assertThat(proof.prover().prove(group)).allMatch(r -> r.isProved() || r.isRefuted());
    }
    return refuted;
  }

  @Test
  void aRankingByEventsIsProved() throws IOException, InterruptedException {
    assertThat(refuted(disturbed("Fair", ranking("States", "Steps", null), ABLE))).isEmpty();
    assertThat(refuted(disturbed("Weak", ranking("States", "Steps", "Fair"), ABLE))).isEmpty();
  }

  @Test
  void control_whoIsDisturbedForEverIsNotRanked() throws IOException, InterruptedException {
    Claim.Ranking careless = ranking("Careless", "OtherBusy", null);
    assertThat(refuted(disturbed("Fair", careless, ABLE))).containsExactly("Work: Comes");
  }

  @ParameterizedTest
  @CsvSource({
    "Weak, Steps, , an event that is not strongly fair",
    "Partly, Steps, , an event that is not strongly fair",
    "Fair, Steps, Weak, an event that is not strongly fair",
    "Fair, NoEvent, , an event that is not strongly fair",
    "Idle, Steps, , a side that is not fair",
    "Fair, OtherBusy, , two rankings",
    "Fair, Weakly, , not NearerByEvents",
    "Fair, Steps, Elsewhere, other behaviours",
    "Spec, Steps, Fair, other behaviours"
  })
  void whatDoesNotFitTogetherIsRefused(
      String specification, String steps, @Nullable String fair, String fault) {
    assertThatThrownBy(() -> disturbed(specification, ranking("States", steps, fair), ABLE))
        .isInstanceOf(OutsideFragment.class)
        .hasMessageContaining("a ranking with " + fault);
  }

  @Test
  void anEventThatNobodySaysIsAbleIsRefused() {
    assertThatThrownBy(
            () -> disturbed("Fair", ranking("States", "Steps", null), List.of("WorkIsAble")))
        .isInstanceOf(OutsideFragment.class)
        .hasMessageContaining("an event that may not happen");
  }

  /** Of the streams as well: nobody need resume, or nobody need take from the ring. */
  @Test
  void whatNobodyAssumesToBeFairIsNoSideOfARanking() throws IOException {
    Claim stream =
        Claim.all().stream().filter(c -> c.name().equals("stream")).findFirst().orElseThrow();
    Model paused = Model.named("PausedForEver-live");
    Path modules = folder.resolve("paused");
    Files.createDirectories(modules);
    LawModules.copyTo(modules, stream.module());
    LawModules.copyTo(modules, paused.module());
    String both = "---- MODULE Paused ----\nEXTENDS %s, %s\n====\n";
    Files.writeString(
        modules.resolve("Paused.tla"), both.formatted(paused.module(), stream.module()));
    Specification read = Specification.read(modules, "Paused");
    Claim.Ranking delivery = stream.rankings().get(0);
    RankedProperty.check(read, stream, delivery);
    Claim.Ranking unfair =
        new Claim.Ranking(
            delivery.property(), delivery.states(), delivery.steps(), paused.specification());
    assertThatThrownBy(() -> RankedProperty.check(read, stream, unfair))
        .isInstanceOf(OutsideFragment.class)
        .hasMessageContaining("a side that is not fair");
  }
}
