package org.sabring.properties.stream.directed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All checks, one after the other: what each found, by its name, where it found something. */
public final class DirectedRun implements Supplier<Map<String, String>> {

  @Override
  public Map<String, String> get() {
    Map<String, String> found = new LinkedHashMap<>();
    for (DirectedCheck check : DirectedCheck.all()) {
      String what = check.found();
      if (!what.isEmpty()) {
        found.put(check.name(), what);
      }
    }
    return found;
  }
}
