package org.sabring.spec.oracle.shapes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess.Kind;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;

/** An access that a program asks for, and, when the memory has answered, a line of a recording. */
final class Line {

  final TraceThread thread;
  final Kind kind;
  final Place place;
  AccessMode mode = AccessMode.UNKNOWN;
  String name = ""; // of a word that is no part of the ring
  int index = -1;
  int part;
  int value;
  int by = 1;
  @Nullable Object element;
  @Nullable WaitResult result;
  boolean timed;
  boolean newest; // the load of a handshake, which must not be stale
  boolean swaps; // a compare-and-set from 0 to 1

  Line(TraceThread thread, Kind kind, Place place) {
    this.thread = thread;
    this.kind = kind;
    this.place = place;
  }

  /** The line of the file. */
  String json() {
    StringBuilder text = new StringBuilder(96);
    text.append("{\"thread\":\"").append(thread.label()).append('"');
    text.append(",\"access\":\"").append(kind.label()).append('"');
    if (kind != Kind.FENCE) {
      text.append(",\"word\":\"").append(place.label()).append('"');
    }
    if (place == Place.OTHER && kind != Kind.FENCE) {
      text.append(",\"name\":\"").append(name).append('"');
    }
    if (place == Place.DATA) {
      text.append(",\"index\":").append(index);
      text.append(part == 0 ? "" : ",\"part\":" + part);
    }
    switch (kind) {
      case LOAD, STORE -> text.append(",\"value\":").append(element == null ? shown() : element);
      case ADD -> text.append(",\"value\":").append(shown()).append(by == 1 ? "" : ",\"by\":" + by);
      case WAIT -> {
        text.append(",\"expected\":").append(shown());
        text.append(result == null ? "" : ",\"result\":\"" + result.label() + '"');
      }
      case NOTIFY -> text.append(",\"woken\":").append(value);
      case FENCE -> {}
    }
    if (mode != AccessMode.UNKNOWN) {
      text.append(",\"mode\":\"").append(mode.name().toLowerCase(Locale.ROOT)).append('"');
    }
    return text.append('}').toString();
  }

  /** As an unsigned number, which a recorder of JavaScript may write as well. */
  private String shown() {
    return place == Place.WRITE ? Integer.toUnsignedString(value) : Integer.toString(value);
  }
}
