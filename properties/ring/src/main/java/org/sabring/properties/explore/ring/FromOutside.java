package org.sabring.properties.explore.ring;

import java.util.OptionalInt;
import java.util.Set;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.law.Rule;

/** A case of which the sides' own steps are left unwatched: only what callers see is judged. */
record FromOutside(RingCase watched) implements ExploredCase {

  @Override
  public String name() {
    return watched.name();
  }

  @Override
  public Program explored() {
    return watched.explored();
  }

  @Override
  public OptionalInt slots() {
    return watched.slots();
  }

  @Override
  public Monitor monitor(MemoryModel model) {
    return watched.program().monitor(model, false);
  }

  @Override
  public Options options() {
    return watched.options();
  }

  @Override
  public Set<Rule> rules(MemoryModel model) {
    return watched.rules(model);
  }

  @Override
  public String says() {
    return watched.says();
  }
}
