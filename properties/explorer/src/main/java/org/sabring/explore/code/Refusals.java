package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InsnList;

/** The calls that the engine cannot follow: they end the run when they are executed. */
final class Refusals {

  private static final Map<String, String> ADVICE = JdkTable.map("advice");

  private record Row(Pattern method, String advice) {}

  private static final Map<String, List<Row>> ROWS = new HashMap<>();

  static {
    for (List<String> columns : JdkTable.rows("refused")) {
      String desc = Pattern.quote(columns.size() > 3 ? columns.get(3) : "(");
      Pattern method = Pattern.compile("(" + columns.get(2) + ")" + desc + ".*");
      Row row = new Row(method, advice(columns.get(0)));
      ROWS.computeIfAbsent(columns.get(1), owner -> new ArrayList<>()).add(row);
    }
  }

  /** Methods of Unsafe on memory by address. */
  private static final Pattern OFF_HEAP =
      Pattern.compile("(allocate|reallocate|free|set|copy|copySwap)Memory|(get|put)Address");

  private Refusals() {}

  /** An advice by its name. */
  static String advice(String name) {
    return Objects.requireNonNull(ADVICE.get(name), name);
  }

  /** The advice, if the call is refused. */
  static @Nullable String advice(String declaring, String name, String desc) {
    List<Row> ofPackage = ROWS.get(declaring.substring(0, declaring.lastIndexOf('/') + 1));
    for (Row row : ROWS.getOrDefault(declaring, ofPackage == null ? List.of() : ofPackage)) {
      if (row.method().matcher(name + desc).matches()) {
        return row.advice();
      }
    }
    return null;
  }

  /** Whether a method of Unsafe is about memory by address. */
  static boolean isUnsafeByAddress(String name, String desc) {
    boolean byAddress = desc.startsWith("(J") && (name.startsWith("get") || name.startsWith("put"));
    return byAddress || OFF_HEAP.matcher(name).matches();
  }

  /** Stands before the call, which stays: so the code after it keeps its frames. */
  static InsnList refusal(String declaring, String name, String advice) {
    Emit emit = new Emit();
    error(emit, declaring, name, advice);
    emit.pop();
    return emit.code();
  }

  /** Throws; if not for the verifier, leaves an error on the stack. */
  static void error(Emit emit, String declaring, String name, String advice) {
    emit.push(declaring.replace('/', '.') + "." + name);
    emit.push(advice);
    emit.hook("Flow.refuse");
  }
}
