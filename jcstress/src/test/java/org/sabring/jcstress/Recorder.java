package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/** Remembers what a layer says while it runs. */
class Recorder implements Progress {

  final List<String> said = new ArrayList<>();
  final List<String> ticks = new ArrayList<>();

  @Override
  public void checks(int count) {
    said.add("checks " + count);
  }

  @Override
  public void begin(String check) {
    said.add("begin " + check);
  }

  @Override
  public void tick(String text) {
    ticks.add(text);
  }

  @Override
  public void end(Check check) {
    said.add("end " + check.name());
  }
}
