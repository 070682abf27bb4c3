package org.sabring.explore.runtime;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;

/** The usage record of one location: what is known of it, and of who uses it. */
final class Location {

  final int object;

  /** The number of a field, the index of an element, or one that {@link LocationTable} names. */
  final int place;

  final ValueKind kind;
  final boolean isFinal;

  /** What it is called, if it is a word of {@link Words}; else empty. */
  String word = "";

  long initial;
  boolean isWritten;
  boolean isPlain;
  boolean isShared;

  /** Whether races are meant to be; null until somebody asks. */
  @Nullable Boolean isTolerated;

  /** A bit for each side that uses it. */
  private int users;

  private boolean isWrittenBySide;

  /** Whether an initializer has looked at it, or stored there, while sides ran. */
  private boolean isReadByInitializer;

  private boolean isWrittenByInitializer;

  static Location of(int object, int place, ValueKind kind, Heap heap) {
    FieldInfo field = field(object, place, heap);
    return new Location(object, place, kind, field != null && field.isFinal());
  }

  private Location(int object, int place, ValueKind kind, boolean isFinal) {
    this.object = object;
    this.place = place;
    this.kind = kind;
    this.isFinal = isFinal;
  }

  /** Which field of an object it is; null if it is none. */
  private static @Nullable FieldInfo field(int object, int place, Heap heap) {
    boolean isField =
        place >= 0
            && place < LocationTable.OF_SIDES
            && !heap.entry(object).type.isArray()
            && !heap.isWords(object);
    return isField ? heap.universe().bySlot(place) : null;
  }

  boolean isWord() {
    return !word.isEmpty();
  }

  String name(Heap heap) {
    if (isWord()) {
      return word;
    }
    String owner = heap.nameOf(object);
    FieldInfo field = field(object, place, heap);
    if (field != null) {
      return owner + "." + field.name();
    }
    return switch (place) {
      case LocationTable.MONITOR -> "monitor of " + owner;
      case LocationTable.PERMIT -> "permit of " + owner;
      default -> owner + (isElement() ? "[" + place + "]" : ".of side " + side());
    };
  }

  private boolean isElement() {
    return place < LocationTable.OF_SIDES;
  }

  private int side() {
    return place - LocationTable.OF_SIDES;
  }

  String pattern(Heap heap) {
    if (place < 0 || isWord()) {
      return name(heap);
    }
    FieldInfo field = field(object, place, heap);
    if (field != null) {
      return field.declaring().getSimpleName() + "." + field.name();
    }
    return isElement() ? heap.nameOf(object).replaceAll("#\\d+", "") + "[]" : "ThreadLocal";
  }

  String show(long value, Heap heap) {
    if (isWord()) {
      return Long.toString(value);
    }
    return kind == ValueKind.REFERENCE
        ? heap.nameOf((int) value)
        : String.valueOf(kind.value(value));
  }

  /** Takes it for one that every side uses. */
  void share() {
    isShared = true;
    isWritten = true;
  }

  /** A word: every side uses it in every way from the start. */
  void becomeWord(String name, long value) {
    share();
    word = name;
    initial = value;
    users = -1;
    isPlain = true;
  }

  /**
   * A side is about to use it. A volatile access may be seen by others wherever it goes: it orders
   * what comes before and after.
   *
   * @param others the sides that others can see, as bits
   * @return whether that was not known before, and others may have relied on it
   */
  boolean use(int side, boolean stores, Mode mode, int others) {
    boolean wasUsed = users != 0;
    boolean wasWritten = isWritten;
    boolean wasPlain = isPlain;
    boolean wasShared = isShared;
    users |= 1 << side;
    isWrittenBySide |= stores;
    isWritten |= stores;
    isPlain |= mode == Mode.PLAIN;
    isShared |= isWritten && (Integer.bitCount(users & others) > 1 || mode == Mode.VOLATILE);
    return wasUsed
        && (wasWritten != isWritten || wasShared != isShared || (isShared && wasPlain != isPlain));
  }

  void useByInitializer(boolean stores) {
    isReadByInitializer = true;
    isWrittenByInitializer |= stores;
  }

  /** What is wrong with what initializers did to %s while sides ran; null if nothing is. */
  @Nullable String misuse() {
    if (isWrittenByInitializer && users != 0) {
      return "a store to %s in a class initializer, when sides run that use it";
    }
    return isReadByInitializer && isWrittenBySide
        ? "a load of %s in a class initializer, when sides run that change it"
        : null;
  }
}
