package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;

@Tag("any-jdk")
class OracleLayerTest {

  @ParameterizedTest
  @EnumSource
  void aMutatedTraceIsFoundWithItsRuleAndLine(TraceMutation mutation) {
    Check check = OracleLayer.control(mutation);
    assertThat(check.status()).as(check.detail()).isEqualTo(Status.PASS);
  }

  @ParameterizedTest
  @EnumSource
  void aMutatedHistoryIsFoundWithItsRule(HistoryMutation mutation) {
    Check check = OracleLayer.control(mutation);
    assertThat(check.status()).as(check.detail()).isEqualTo(Status.PASS);
  }

  @Test
  void runsAllOfThem() {
    List<Check> checks = new OracleLayer().run(Bounds.QUICK, Progress.SILENT).checks();
    assertThat(checks.stream().filter(check -> check.status() != Status.PASS))
        .map(Check::detail)
        .isEmpty();
    Stream<String> controls =
        Stream.concat(Stream.of(HistoryMutation.values()), Stream.of(TraceMutation.values()))
            .map(Enum::name);
    Stream<String> walks = Stream.of("walks-seed", "walks-reference", "walks-histories");
    assertThat(checks)
        .map(Check::name)
        .containsExactlyElementsOf(Stream.concat(walks, controls).toList());
  }
}
