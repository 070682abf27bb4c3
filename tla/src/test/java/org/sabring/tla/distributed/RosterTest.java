package org.sabring.tla.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is there, as TLC's server tells. */
class RosterTest {

  private final Roster roster = new Roster(2);

  private boolean came(String uri) {
    return roster.hear("Registration for worker at rmi://" + uri + " completed (2026-11-30)");
  }

  private boolean went(String uri) {
    return roster.hear("TLC worker rmi://" + uri + " disconnected (2026-11-30)");
  }

  @Test
  void waitsUntilAsManyCameAsWereAskedFor() {
    assertThat(roster.missing()).isEqualTo("of 2 workers asked for 0 came");
    assertThat(came("a:1/0")).isTrue();
    assertThat(came("a:1/1")).as("another thread of the same").isFalse();
    assertThat(roster.isWaiting()).isTrue();
    assertThat(roster.missing()).isEqualTo("of 2 workers asked for 1 came: rmi://a:1");
    assertThat(came("a:2/0")).as("another on the same machine").isTrue();
    assertThat(roster.isWaiting()).isFalse();
  }

  @Test
  void waitsAgainOnlyWhenTheLastIsLost() {
    came("a:1/0");
    came("a:1/1");
    came("b:1/0");
    assertThat(went("a:1/0")).as("one thread of two").isFalse();
    assertThat(went("a:1/1")).isTrue();
    assertThat(roster.isWaiting()).isFalse();
    assertThat(went("b:1/0")).isTrue();
    assertThat(roster.isWaiting()).isTrue();
    assertThat(roster.lost()).isEqualTo(2);
    assertThat(roster.missing()).isEqualTo("the last worker was lost, and none came back");
    assertThat(came("b:2/0")).isTrue();
    assertThat(roster.isWaiting()).isFalse();
  }

  @Test
  void hearsNothingElse() {
    assertThat(roster.hear("Progress(93) at 2026-11-30: 76,021 states generated")).isFalse();
    assertThat(went("nobody:1/0")).isFalse();
    assertThat(roster.size()).isZero();
    assertThat(roster.lost()).isZero();
  }
}
