package org.sabring.explore.assertions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sabring.explore.Finding;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.MethodCall;

/**
 * The lines of a test that replays a finding: to be pasted, and kept.
 *
 * @param object makes what the sides share, as an expression of Java
 * @param declarations what is declared beside the sides, as {@code .relaxed("poll", null)}
 * @param promise what is asserted, as {@code areLinearizable()}
 */
public record TestLines(String object, List<String> declarations, String promise) {

  public TestLines {
    declarations = List.copyOf(declarations);
  }

  /** Of a class that is named, with the arguments of its constructor. */
  public static String construction(Class<?> type, List<Object> arguments) {
    String diamond = type.getTypeParameters().length > 0 ? "<>" : "";
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
    return "new " + name + diamond + literals(arguments);
  }

  /** The lines that replay a finding of a program. */
  public String of(Program program, MemoryModel memory, Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add("assertThatSchedulesOf(() -> " + object + ")");
    for (int side = 0; side < program.count(); side++) {
      if (!program.sides().get(side).written().isEmpty()) {
        lines.add("    " + line(program, side));
      }
    }
    declarations.forEach(declaration -> lines.add("    " + declaration));
    lines.add("    .on(" + (memory == MemoryModel.RA ? "RELEASE_ACQUIRE" : memory.name()) + ")");
    lines.add("    .replaying(\"" + finding.schedule().text() + "\")");
    lines.add("    ." + promise + ";");
    return String.join("\n", lines);
  }

  private static String line(Program program, int side) {
    List<? extends Operation<?>> calls = program.sides().get(side).written();
    boolean last = program.isLast(side);
    if (last && calls.size() == 1 && calls.get(0).mayRepeat()) {
      return ".drainedBy(" + text(calls.get(0).call()) + ")";
    }
    return calls.stream()
        .map(operation -> text(operation.call()))
        .collect(
            Collectors.joining(
                ", ",
                ".%s(\"%s\", ".formatted(last ? "finallyOn" : "side", program.letter(side)),
                ")"));
  }

  private static String text(Object call) {
    return call instanceof MethodCall made
        ? "it -> it." + made.method() + literals(made.arguments())
        : "/* the " + call + " */";
  }

  private static String literals(List<Object> values) {
    return values.stream().map(TestLines::literal).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String literal(Object value) {
    if (value instanceof Long) {
      return value + "L";
    }
    return value instanceof String text && !text.equals("null")
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : value.toString();
  }
}
