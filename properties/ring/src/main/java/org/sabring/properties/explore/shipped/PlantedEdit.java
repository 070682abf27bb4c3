package org.sabring.properties.explore.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.memory.SharedInts;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/**
 * A mistake in a shipped source: one edit, which a program must find.
 *
 * @param label in the verdict
 * @param rule what it breaks
 * @param edit of a source of {@code impl}
 * @param seen what finds it
 */
record PlantedEdit(String label, Rule rule, Edit edit, Seen seen) {

  /** What finds it. */
  interface Seen {

    /** What is found with this code; null if nothing is. */
    @Nullable String found(Code code) throws InterruptedException;

    static Seen in(ExploredCase one, MemoryModel model) {
      return code -> {
        Exploration exploration =
            new Explorer(one.explored().with(code), model, one.monitor(model), one.options())
                .explore();
        return exploration.findings().isEmpty()
            ? null
            : one.name() + ", " + model + ": " + exploration.findings().get(0);
      };
    }

    static Seen in(Refinement refinement, MemoryModel model) {
      return code -> refinement.compared(code, model).difference();
    }
  }

  /** What is found of the edited source; null if nothing is. */
  @Nullable String found() throws InterruptedException {
    Code code;
    try {
      code = Code.PLAIN.replacing(EditedClasses.of(List.of(edit), SharedInts.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen.found(code);
  }

  Check check() throws InterruptedException {
    String found = found();
    return new Check(
        label,
        true,
        List.of(rule),
        found == null ? Status.FAIL : Status.PASS,
        found == null ? "nothing, in any schedule" : found,
        Map.of(),
        null);
  }

  @Override
  public String toString() {
    return label;
  }
}
