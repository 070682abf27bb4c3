package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Progress;

/** Listens to a layer: how many checks it announced, and which ended. */
final class Heard implements Progress {
  final List<String> ended = new ArrayList<>();
  int announced;

  @Override
  public void checks(int count) {
    announced = count;
  }

  @Override
  public void begin(String check) {}

  @Override
  public void tick(String text) {
    assertThat(text).endsWith(" tries");
  }

  @Override
  public void end(Check check) {
    ended.add(check.name());
  }
}
