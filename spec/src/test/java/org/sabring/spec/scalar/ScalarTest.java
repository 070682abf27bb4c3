package org.sabring.spec.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are equal, and times ordered, as the numbers that are written: exactly. */
class ScalarTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "1, 1e0",
    "100, 1E+2",
    "0.25, 25e-2",
    "-0, -0.0",
    "-0, -0e9",
    "0, 0.00",
    "18446744073709551616, 1844674407370955161.6e1",
    "1e999999999999999999999, 10e999999999999999999998"
  })
  void writtenInAnotherWayItIsTheSame(String one, String other) {
    assertThat(Scalar.parse(one))
        .isEqualTo(Scalar.parse(other))
        .hasSameHashCodeAs(Scalar.parse(other));
    assertThat(Moment.parse(one)).isEqualByComparingTo(Moment.parse(other));
  }

  @ParameterizedTest
  @CsvSource({
    "0, -0",
    "1, -1",
    "9007199254740993, 9007199254740992",
    "0.1, 0.10000000000000001",
    "9223372036854775807, 9223372036854775808",
    "1e999999999999999999999, 1e999999999999999999998"
  })
  void control_whatOnlyLooksAlikeIsNot(String one, String other) {
    assertThat(Scalar.parse(one)).isNotEqualTo(Scalar.parse(other));
  }

  @Test
  void aTextIsNoNumber() {
    assertThat(Scalar.of("1")).isNotEqualTo(Scalar.of(1));
    assertThat(Scalar.of("null")).isNotEqualTo(Scalar.NULL);
    assertThat(Scalar.of("null")).hasToString("\"null\"");
    assertThat(Scalar.TRUE).isNotEqualTo(Scalar.FALSE).isNotEqualTo(Scalar.of(1));
    assertThatThrownBy(Scalar.TRUE::longValue).hasMessage("value=true, expected an integer");
  }

  @Test
  void timesAreOrderedAsDecimals() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String one = number(random);
      String other = number(random);
      assertThat(Integer.signum(Moment.parse(one).compareTo(Moment.parse(other))))
          .as("%s and %s", one, other)
          .isEqualTo(new BigDecimal(one).compareTo(new BigDecimal(other)));
      assertThat(Moment.parse(one).isBefore(Moment.NEVER)).isTrue();
      assertThat(new BigDecimal(Scalar.parse(one).json()))
          .isEqualByComparingTo(new BigDecimal(one));
    }
    assertThat(Moment.of(Long.MAX_VALUE).isBefore(Moment.NEVER)).isTrue();
  }

  /** Numbers that are often close to each other, or equal. */
  private static String number(Random random) {
    String sign = random.nextBoolean() ? "-" : "";
    String whole =
        random.nextBoolean() ? "" + random.nextInt(3) : "922337203685477580" + random.nextInt(10);
    String part = random.nextBoolean() ? "" : "." + random.nextInt(3) + random.nextInt(2);
    String exponent = random.nextInt(3) > 0 ? "" : "e" + (random.nextInt(7) - 3);
    return sign + whole + part + exponent;
  }
}
