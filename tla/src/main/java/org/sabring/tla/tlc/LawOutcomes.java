package org.sabring.tla.tlc;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.tla.Model;
import org.sabring.tla.ModelSet;

/**
 * The outcomes of every program of {@code weak/MemoryPrograms.tla}, as TLC finds them: for who
 * holds another machine against the memories of the law. Programs and outcomes are in the words of
 * that module.
 */
public final class LawOutcomes {

  private static final Pattern TOLD = Pattern.compile("(?m)^\"(.*): (.*)\"$");

  private LawOutcomes() {}

  /**
   * Runs TLC.
   *
   * @param model the name of a model in {@code weak.json}
   * @param bounds what to set instead of some of its constants
   * @param folder where TLC may work
   * @return for each program its outcomes
   * @throws InterruptedException if the caller gave up; TLC is gone then
   * @throws IllegalStateException if TLC could not explore the model to its end
   */
  public static Map<String, Set<String>> of(String model, Map<String, Object> bounds, Path folder)
      throws InterruptedException {
    Model bounded = ModelSet.weak().model(model).bounded(name(model, bounds), bounds);
    Map<String, Set<String>> outcomes = new TreeMap<>();
    try (Tlc tlc = new Tlc(folder)) {
      Matcher told = TOLD.matcher(tlc.told(bounded));
      while (told.find()) {
        outcomes.computeIfAbsent(told.group(1), program -> new TreeSet<>()).add(told.group(2));
      }
      return outcomes;
    }
  }

  /** A name for its folder that no other bounds have. */
  private static String name(String model, Map<String, Object> bounds) {
    return model + new TreeMap<>(bounds).toString().replaceAll("\\W+", "-");
  }
}
