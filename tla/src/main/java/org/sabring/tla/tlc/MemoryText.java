package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The text of a shared memory of {@code weak/SharedMemory.tla}, for people. */
final class MemoryText {

  private MemoryText() {}

  /**
   * For example {@code x=0,1 (C from 0) y=0}: both values of x may still be read, C may read the 0.
   *
   * @param memory the value of the variable, as TLC prints it
   */
  static String of(String memory) {
    if (!(TlaValue.parse(memory) instanceof Map<?, ?> fields)) {
      return memory;
    }
    if (fields.get("stores") instanceof Map<?, ?> stores) {
      String race = "TRUE".equals(fields.get("race")) ? " race" : "";
      return views(stores, map(fields.get("current"))) + race;
    }
    List<String> words = new ArrayList<>();
    map(fields.get("value")).forEach((location, value) -> words.add(location + "=" + value));
    if (fields.get("buffer") instanceof Map<?, ?> buffers) {
      buffers.forEach((thread, buffer) -> words.add(buffered(thread, list(buffer))));
    }
    words.removeIf(String::isEmpty);
    return String.join(" ", words);
  }

  private static String buffered(Object thread, List<?> buffer) {
    List<String> stores = new ArrayList<>();
    for (Object store : buffer) {
      stores.add(map(store).get("loc") + "=" + map(store).get("value"));
    }
    return stores.isEmpty() ? "" : "(" + thread + " buffers " + String.join(" ", stores) + ")";
  }

  private static String views(Map<?, ?> stores, Map<?, ?> current) {
    List<String> words = new ArrayList<>();
    stores.forEach(
        (location, all) -> {
          List<String> values = new ArrayList<>();
          list(all).forEach(store -> values.add("" + map(store).get("value")));
          words.add(location + "=" + String.join(",", values));
          if (values.size() > 1) {
            words.add("(" + String.join(", ", readers(location, values, current)) + ")");
          }
        });
    return String.join(" ", words);
  }

  private static List<String> readers(Object location, List<String> values, Map<?, ?> current) {
    List<String> readers = new ArrayList<>();
    current.forEach(
        (thread, view) -> {
          String oldest = "" + map(map(view).get("seen")).get(location);
          readers.add(thread + " from " + values.get(Integer.parseInt(oldest) - 1));
        });
    return readers;
  }

  private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }
}
