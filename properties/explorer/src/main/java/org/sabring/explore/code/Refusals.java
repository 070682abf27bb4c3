package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InsnList;

/** Calls that the engine cannot give a meaning to: they end the run when they are executed. */
final class Refusals {

  static final String INSIDE_JDK =
      "Use the public interface of the JDK: what this calls is hidden within it.";

  static final String MIXED =
      "Use a class of the JDK's collections or locks in its place: of those there are copies here.";

  static final String NATIVE = "Edit a copy of the class so that it does without native code.";

  static final String TOO_LARGE =
      "Split the method: with what the engine adds it is larger than a method can be.";

  static final String HEAP = "Use arrays: the engine does not see memory off the heap.";

  private static final Map<String, String> ADVICE =
      Map.of(
          "SIDE", "Make what the thread does a side of its own.",
          "SLEEP", "Use sleep(long).",
          "END", "Let the call return or throw instead.",
          "CLOCK", "Use System.nanoTime() or System.currentTimeMillis(), which the engine answers.",
          "RANDOM", "Use new Random(seed), so that every run is the same.",
          "HEAP", HEAP,
          "ARRAY", "Use arrays of their own type.",
          "HANDLE",
              "Use Lookup.findVarHandle and call the VarHandle itself, so that the engine sees the"
                  + " access.");

  /**
   * An advice, a class or with a slash at its end a whole package, a pattern of names of methods,
   * and how the descriptor begins, if not all of that name are meant.
   */
  private static final String TABLE =
      """
      SIDE java/lang/Thread start|join|startVirtualThread|ofVirtual|ofPlatform
      SIDE java/util/Timer <init>
      SIDE java/util/Collection parallelStream
      SIDE java/util/stream/BaseStream parallel
      SIDE java/util/concurrent/StructuredTaskScope .*
      SIDE java/util/concurrent/StructuredTaskScope$ShutdownOnFailure .*
      SIDE java/util/concurrent/StructuredTaskScope$ShutdownOnSuccess .*
      SIDE java/util/concurrent/ThreadPerTaskExecutor .*
      SIDE java/lang/ref/Cleaner create
      SIDE jdk/internal/ref/CleanerFactory .*
      SIDE jdk/internal/vm/ .*
      SLEEP java/lang/Thread sleep (Ljava/time/Duration;)
      END java/lang/System exit
      END java/lang/Runtime exit|halt
      CLOCK java/time/Instant now
      CLOCK java/time/LocalDate now
      CLOCK java/time/LocalTime now
      CLOCK java/time/LocalDateTime now
      CLOCK java/time/ZonedDateTime now
      CLOCK java/time/OffsetDateTime now
      CLOCK java/time/Clock millis|instant|system.*|tick.*
      CLOCK java/util/Date <init> ()
      CLOCK java/util/Calendar getInstance
      RANDOM java/lang/Math random
      RANDOM java/lang/StrictMath random
      RANDOM java/util/Random <init> ()
      RANDOM java/util/SplittableRandom <init> ()
      RANDOM java/security/SecureRandom <init>|getInstance.*
      RANDOM java/util/UUID randomUUID
      RANDOM java/util/random/RandomGenerator .*
      RANDOM java/util/random/RandomGeneratorFactory .*
      HEAP java/nio/ByteBuffer (get|put).*
      HEAP java/nio/CharBuffer (get|put).*
      HEAP java/nio/ShortBuffer (get|put).*
      HEAP java/nio/IntBuffer (get|put).*
      HEAP java/nio/LongBuffer (get|put).*
      HEAP java/nio/FloatBuffer (get|put).*
      HEAP java/nio/DoubleBuffer (get|put).*
      HEAP java/lang/foreign/ .*
      HANDLE java/lang/invoke/MethodHandles byteBufferViewVarHandle|varHandle.*
      HANDLE java/lang/invoke/MethodHandles (insert|filter|collect|drop|permute)Coordinates
      HANDLE java/lang/invoke/MethodHandles filterValue|arrayElement[GS]etter
      HANDLE java/lang/invoke/MethodHandles$Lookup (find|findStatic|unreflect)[GS]etter
      HANDLE java/lang/invoke/VarHandle toMethodHandle
      ARRAY java/lang/reflect/Array [gs]et(Boolean|Byte|Char|Short|Int|Long|Float|Double)?
      """;

  private record Row(Pattern method, String advice) {}

  private static final Map<String, List<Row>> ROWS = new HashMap<>();

  static {
    for (String line : TABLE.lines().toList()) {
      List<String> columns = List.of(line.split(" "));
      String desc = Pattern.quote(columns.size() > 3 ? columns.get(3) : "(");
      Pattern method = Pattern.compile("(" + columns.get(2) + ")" + desc + ".*");
      Row row = new Row(method, Objects.requireNonNull(ADVICE.get(columns.get(0))));
      ROWS.computeIfAbsent(columns.get(1), owner -> new ArrayList<>()).add(row);
    }
  }

  /** Methods of Unsafe on memory by address. */
  private static final Pattern OFF_HEAP =
      Pattern.compile("(allocate|reallocate|free|set|copy|copySwap)Memory|(get|put)Address");

  private Refusals() {}

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
