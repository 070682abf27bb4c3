package org.sabring.properties.explore.ring;

import java.util.Set;
import org.sabring.properties.explore.Judge;
import org.sabring.properties.explore.Options;
import org.sabring.properties.explore.Program;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.spec.Rule;

/** A program that the layer explores. */
public interface ExploredCase {

  /** In the verdict. */
  String name();

  /** As the explorer runs it. */
  Program explored();

  /** What it promises on a memory. */
  Judge judge(MemoryModel model);

  /** What else may happen. */
  Options options();

  /** The rules that it puts to the test on a memory. */
  Set<Rule> rules(MemoryModel model);

  /** What the sides do, for people. */
  String says();
}
