package org.sabring.properties.explore.stream;

import java.util.List;
import java.util.function.BiFunction;
import org.sabring.properties.explore.Explorer;
import org.sabring.properties.explore.Finding;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.spec.verdict.Bounds;

/**
 * Explores the streams as they are where this class was loaded: with a mistake, if that is where
 * mistakes are planted. What comes back is made of the JDK's classes alone.
 */
public final class StreamHunt implements BiFunction<String, String, List<String>> {

  /**
   * Explores a program up to the first promise that it breaks.
   *
   * @param memory SC, TSO or RA
   * @param name of the program
   * @return the rules; nothing if no promise is broken
   */
  @Override
  public List<String> apply(String memory, String name) {
    MemoryModel model = MemoryModel.valueOf(memory);
    StreamCase one =
        StreamCase.within(Bounds.DEFAULT).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      List<Finding> findings =
          new Explorer(one.explored(), model, one.judge(model), one.options()).explore().findings();
      return findings.stream()
          .flatMap(finding -> finding.rules().stream().map(Enum::name))
          .toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
