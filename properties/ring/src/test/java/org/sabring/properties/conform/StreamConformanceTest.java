package org.sabring.properties.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.properties.Heard;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.explore.stream.StreamCase;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Tasks;
import org.sabring.spec.law.Rule;

@Tag("any-jdk")
class StreamConformanceTest {

  @TempDir Path folder;

  @Test
  void everyProgramFollowsTheLawAndNoMutantDoes() throws Exception {
    Tasks tasks = new Tasks();
    StreamInclusion.add(tasks, folder, Bounds.QUICK);
    Heard listener = new Heard("states");
    List<Check> checks = tasks.run(listener);
    assertThat(checks.stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(checks).hasSize(listener.announced());
    assertThat(checks.stream().filter(Check::control).map(Check::name))
        .contains("AskWithoutCompare", "AskRoomWithoutCompare");
  }

  @Test
  void aSmallerLawDoesNotAllowWhatALargerProgramDoes() throws Exception {
    StreamConformance law = StreamConformance.readable(2, 1, 1, folder);
    assertThat(law.follow(StreamCase.flowing(1), Options.PLAIN).exploration().findings()).isEmpty();
    List<Finding> findings =
        law.follow(StreamCase.flowing(2), Options.PLAIN).exploration().findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).found())
        .startsWith("the law does not allow PPut; it allows [")
        .contains("PClose");
    assertThat(Stories.of(findings.get(0).story()).draw())
        .anyMatch(line -> line.contains("PPublish WRITE"));
  }

  @Test
  void aControlWithoutADifferenceIsAFailure() throws Exception {
    StreamConformance law = StreamConformance.readable(2, 1, 3, folder);
    List<Check> checks = new ArrayList<>();
    StreamConformance.Followed sound = law.follow(StreamCase.flowing(1), Options.PLAIN);
    List<Rule> rules = List.of(Rule.RB601);
    checks.add(StreamInclusion.check("sound", true, rules, StreamCase.flowing(1), law, sound));
    assertThat(checks).extracting(Check::status).containsExactly(Status.FAIL);
  }
}
