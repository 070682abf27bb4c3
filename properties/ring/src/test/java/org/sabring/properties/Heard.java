package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/** Listens to a layer: how many checks it announced, and which ended. */
public final class Heard implements Progress {
  private final List<String> ended = new ArrayList<>();
  private final String unit;
  private int announced;

  /**
   * @param unit what the layer counts while a check runs
   */
  public Heard(String unit) {
    this.unit = unit;
  }

  public List<String> ended() {
    return ended;
  }

  public int announced() {
    return announced;
  }

  @Override
  public void checks(int count) {
    announced = count;
  }

  @Override
  public void tick(String text) {
    assertThat(text).endsWith(" " + unit);
  }

  @Override
  public void end(Check check) {
    ended.add(check.name());
  }
}
