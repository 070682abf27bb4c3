package org.sabring.properties.world;

import java.util.concurrent.Callable;
import org.sabring.spec.catalog.Mutants;

/** Runs a part of a test where the shipped classes are those of a mutant. */
public final class Inside {

  private Inside() {}

  /**
   * Runs it and gives its answer, which has to be of a type that is the same inside and outside.
   *
   * @param part a class without parameters to its constructor
   */
  @SuppressWarnings("unchecked") // the caller says what it asks for
  public static <T> T the(String mutant, Class<? extends Callable<T>> part) throws Exception {
    MutantWorld world = MutantWorld.of(Mutants.named(mutant).orElseThrow());
    return (T) world.create(part, Callable.class).call();
  }
}
