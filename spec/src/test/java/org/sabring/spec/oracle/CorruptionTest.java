package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Status;

class CorruptionTest {

  @ParameterizedTest
  @EnumSource
  void isFoundWithItsRuleAndLine(Corruption corruption) {
    Check check = OracleLayer.control(corruption);
    assertThat(check.status()).as(check.detail()).isEqualTo(Status.PASS);
  }
}
