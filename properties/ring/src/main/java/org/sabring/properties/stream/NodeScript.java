package org.sabring.properties.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * What happens to one Readable, {@code r}, and to up to two Writables, {@code w0} and {@code w1}.
 *
 * <p>An operation is written as in {@code r.read 3}, {@code w0.write 1}, {@code r.on data}, {@code
 * r.pipe w0}. Something that may happen at once or later is written with its moment in front:
 * {@code now}, {@code tick} (the next), {@code later} (a task) or {@code latest} (the task after
 * that).
 *
 * @param objects whether all streams are in object mode; otherwise a number is a size in bytes
 * @param r the Readable
 * @param w the Writables
 * @param tasks the operations of each task of the loop
 * @param reactions the operations that a listener does when it is called for the first, second …
 *     time, by stream and event
 */
public record NodeScript(
    boolean objects,
    Source r,
    List<Sink> w,
    List<List<String>> tasks,
    Map<String, List<List<String>>> reactions) {

  /**
   * The Readable.
   *
   * @param hwm its high-water mark
   * @param autoDestroy whether it destroys itself
   * @param reads what each call of {@code onRead} does: a moment, and operations, with semicolons
   * @param destroy when {@code onDestroy} is done, and whether it fails: {@code later;error}
   */
  public record Source(int hwm, boolean autoDestroy, List<String> reads, String destroy) {}

  /**
   * A Writable.
   *
   * @param hwm its high-water mark
   * @param autoDestroy whether it destroys itself
   * @param writes when each write is done, and whether it fails: {@code now}, {@code tick;error}
   * @param atEnd when {@code onFinal} is done, and whether it fails; {@code none} if there is none
   * @param destroy when {@code onDestroy} is done, and whether it fails
   */
  public record Sink(
      int hwm,
      boolean autoDestroy,
      List<String> writes,
      @JsonProperty("final") String atEnd,
      String destroy) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The script that {@link #json} has written. */
  static NodeScript of(String json) {
    try {
      return MAPPER.readValue(json, NodeScript.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** As one line of JSON, which {@code runner.cjs} reads. */
  public String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
