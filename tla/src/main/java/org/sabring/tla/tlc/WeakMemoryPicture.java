package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.MemoryPicture.Cell;

/** Pictures of a shared memory of {@code weak/SharedMemory.tla}. */
final class WeakMemoryPicture {

  private WeakMemoryPicture() {}

  /**
   * For example {@code x=0,1 (C from 0) y=0}: both values of x may still be read, C may read the 0.
   * Of who never uses x nothing is said.
   *
   * @param memory the value of the variable, as TLC prints it
   */
  static MemoryPicture of(String memory) {
    if (!(TlaValue.parse(memory) instanceof Map<?, ?> fields)) {
      return MemoryPicture.said(memory);
    }
    List<Cell> cells = new ArrayList<>();
    if (fields.get("stores") instanceof Map<?, ?> stores) {
      Map<?, ?> current = map(fields.get("current"));
      Map<?, ?> users = map(fields.get("users"));
      stores.forEach(
          (location, all) ->
              cells.add(cell(location, list(all), current, list(users.get(location)))));
      return picture(cells, "TRUE".equals(fields.get("race")) ? "race" : "");
    }
    map(fields.get("value"))
        .forEach((location, value) -> cells.add(new Cell("" + location, "" + value)));
    List<String> buffered = new ArrayList<>();
    if (fields.get("buffer") instanceof Map<?, ?> buffers) {
      buffers.forEach((thread, buffer) -> buffered.add(buffered(thread, list(buffer))));
    }
    buffered.removeIf(String::isEmpty);
    return picture(cells, String.join(" ", buffered));
  }

  private static MemoryPicture picture(List<Cell> cells, String beside) {
    return new MemoryPicture(cells, List.of(), null, beside);
  }

  private static String buffered(Object thread, List<?> buffer) {
    List<String> stores = new ArrayList<>();
    for (Object store : buffer) {
      stores.add(map(store).get("loc") + "=" + map(store).get("value"));
    }
    return stores.isEmpty() ? "" : "(" + thread + " buffers " + String.join(" ", stores) + ")";
  }

  private static Cell cell(Object location, List<?> stores, Map<?, ?> current, List<?> users) {
    List<String> values = stores.stream().map(store -> "" + map(store).get("value")).toList();
    String readers =
        values.size() > 1
            ? "(" + String.join(", ", readers(location, values, current, users)) + ")"
            : "";
    return new Cell("" + location, values, readers);
  }

  private static List<String> readers(
      Object location, List<String> values, Map<?, ?> current, List<?> users) {
    List<String> readers = new ArrayList<>();
    current.forEach(
        (thread, view) -> {
          if (!users.contains(thread)) {
            return;
          }
          String oldest = "" + map(map(view).get("seen")).get(location);
          readers.add(thread + " from " + values.get(Integer.parseInt(oldest) - 1));
        });
    return readers;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }
}
