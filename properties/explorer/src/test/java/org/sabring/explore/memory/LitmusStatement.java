package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a litmus program.
 *
 * @param location the letter of the location, empty for a fence
 * @param register what it loads into, empty if it loads nothing
 * @param value what it stores, adds, or, for a compare-and-set, expects
 * @param operand what a compare-and-set stores
 * @param guard the register that must hold {@code guarded}, or else it is not run; empty for none
 */
record LitmusStatement(
    Op op,
    String location,
    String register,
    long value,
    long operand,
    Mode mode,
    String guard,
    long guarded) {

  /** What a statement does; a fence has its strength as its mode, {@code VOLATILE} for full. */
  enum Op {
    LOAD(Set.of(Mode.PLAIN, Mode.OPAQUE, Mode.ACQUIRE, Mode.VOLATILE)),
    STORE(Set.of(Mode.PLAIN, Mode.OPAQUE, Mode.RELEASE, Mode.VOLATILE)),
    ADD(Set.of(Mode.OPAQUE, Mode.ACQUIRE, Mode.RELEASE, Mode.VOLATILE)),
    SWAP(ADD.modes),
    CAS(ADD.modes),
    FENCE(Set.of(Mode.ACQUIRE, Mode.RELEASE, Mode.VOLATILE));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Mode> modes;

    Op(Set<Mode> modes) {
      this.modes = modes;
    }
  }

  private static final String LOCATION = "([abdfwxyz])";
  private static final String NUMBER = "(-?\\d+)";
  private static final Pattern GUARDED =
      Pattern.compile("if (r[1-9]) == " + NUMBER + " \\{ ([^{}]*) \\}");
  private static final Pattern NEXT = Pattern.compile("(if [^{}]*\\{[^{}]*\\}|[^;]*)(; |$)");
  private static final Pattern FENCED = Pattern.compile("fence (acquire|release|full)");
  private static final Pattern STORED = Pattern.compile(LOCATION + " = " + NUMBER + " ([a-z]+)");
  private static final Pattern LOADED = Pattern.compile("(r[1-9]) = " + LOCATION + " ([a-z]+)");
  private static final Pattern UPDATED =
      Pattern.compile("(r[1-9]) = (add|swap) " + LOCATION + " " + NUMBER + " ([a-z]+)");
  private static final Pattern COMPARED =
      Pattern.compile("(r[1-9]) = cas " + LOCATION + " " + NUMBER + " " + NUMBER + " ([a-z]+)");

  /** The statements of a side. */
  static List<LitmusStatement> side(String text) {
    List<LitmusStatement> all = new ArrayList<>();
    Matcher next = NEXT.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!next.find(at) || next.start() != at) {
        throw new IllegalArgumentException("expected a statement, found '" + text + "'");
      }
      Matcher guarded = GUARDED.matcher(next.group(1));
      if (guarded.matches()) {
        for (String inner : guarded.group(3).split("; ", -1)) {
          all.add(statement(inner, guarded.group(1), Long.parseLong(guarded.group(2))));
        }
      } else {
        all.add(statement(next.group(1), "", 0));
      }
      at = next.end();
    }
    return all;
  }

  private static LitmusStatement statement(String text, String guard, long guarded) {
    Matcher m = FENCED.matcher(text);
    if (m.matches()) {
      Mode mode = m.group(1).equals("full") ? Mode.VOLATILE : mode(m.group(1), text, Op.FENCE);
      return new LitmusStatement(Op.FENCE, "", "", 0, 0, mode, guard, guarded);
    }
    m = STORED.matcher(text);
    if (m.matches()) {
      Mode mode = mode(m.group(3), text, Op.STORE);
      long value = Long.parseLong(m.group(2));
      return new LitmusStatement(Op.STORE, m.group(1), "", value, 0, mode, guard, guarded);
    }
    m = LOADED.matcher(text);
    if (m.matches()) {
      Mode mode = mode(m.group(3), text, Op.LOAD);
      return new LitmusStatement(Op.LOAD, m.group(2), m.group(1), 0, 0, mode, guard, guarded);
    }
    m = UPDATED.matcher(text);
    if (m.matches()) {
      Op op = Op.valueOf(m.group(2).toUpperCase(Locale.ROOT));
      Mode mode = mode(m.group(5), text, op);
      long value = Long.parseLong(m.group(4));
      return new LitmusStatement(op, m.group(3), m.group(1), value, 0, mode, guard, guarded);
    }
    m = COMPARED.matcher(text);
    if (m.matches()) {
      Mode mode = mode(m.group(5), text, Op.CAS);
      long value = Long.parseLong(m.group(3));
      long operand = Long.parseLong(m.group(4));
      return new LitmusStatement(
          Op.CAS, m.group(2), m.group(1), value, operand, mode, guard, guarded);
    }
    throw new IllegalArgumentException("expected a statement, found '" + text + "'");
  }

  private static Mode mode(String name, String text, Op op) {
    return op.modes.stream()
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("mode '" + name + "' does not fit '" + text + "'"));
  }

  /** What an update does, as the memory is told. */
  Update update() {
    return switch (op) {
      case ADD -> new Update(Update.Op.ADD, 0, value, Long.SIZE);
      case SWAP -> new Update(Update.Op.SWAP, 0, value, Long.SIZE);
      case CAS -> new Update(Update.Op.COMPARE_AND_SET, value, operand, Long.SIZE);
      default -> throw new IllegalStateException("op=" + op + ", expected an update");
    };
  }

  Fence fence() {
    return switch (mode) {
      case ACQUIRE -> Fence.ACQUIRE;
      case RELEASE -> Fence.RELEASE;
      default -> Fence.FULL;
    };
  }
}
