package org.sabring.properties.stream;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sabring.properties.stream.directed.DirectedCheck;
import org.sabring.properties.stream.directed.DirectedRun;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Mutant;

/** The directed checks, run against streams of a world of their own. */
public final class FoundChecks {

  private FoundChecks() {}

  /** What each check found, by its name, if it found something. */
  public static Map<String, String> in(MutantWorld streams) {
    Map<?, ?> found = (Map<?, ?>) streams.create(DirectedRun.class, Supplier.class).get();
    Map<String, String> text = new LinkedHashMap<>();
    found.forEach((name, what) -> text.put(String.valueOf(name), String.valueOf(what)));
    return text;
  }

  /**
   * Those that found this mutant by a rule that it breaks; of a mutant that breaks none, those that
   * watch none.
   *
   * @throws IOException as {@link MutantWorld#of}
   */
  public static Map<String, String> of(Mutant mutant) throws IOException {
    Map<String, String> found = in(MutantWorld.of(mutant));
    Map<String, String> own = new LinkedHashMap<>();
    for (DirectedCheck check : DirectedCheck.all()) {
      String what = found.get(check.name());
      boolean fits =
          mutant.rules().isEmpty()
              ? check.rules().isEmpty()
              : !Collections.disjoint(check.rules(), mutant.rules());
      if (what != null && fits) {
        own.put(check.name(), what);
      }
    }
    return own;
  }
}
