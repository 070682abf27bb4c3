package org.sabring.explore.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  private static final String SIDE = "Make what the thread does a side of its own.";
  private static final String CLOCK =
      "Use System.nanoTime() or System.currentTimeMillis(), which the engine answers.";
  private static final String RANDOM = "Use new Random(seed), so that every run is the same.";
  static final String HEAP = "Use arrays: the engine does not see memory off the heap.";
  private static final String HANDLES =
      "Use Lookup.findVarHandle and call the VarHandle itself, so that the engine sees the access.";
  private static final String END = "Let the call return or throw instead.";

  /** One method or, with a star, those whose name begins so; of a class or of a whole package. */
  private record Row(String owner, String name, String desc, String advice) {

    boolean is(String declaring, String method, String descriptor) {
      return (owner.endsWith("/") ? declaring.startsWith(owner) : declaring.equals(owner))
          && (name.endsWith("*")
              ? method.startsWith(name.substring(0, name.length() - 1))
              : method.equals(name))
          && descriptor.startsWith(desc);
    }
  }

  private static final Map<String, List<Row>> ROWS = new HashMap<>();

  private static void add(String advice, String... calls) {
    for (String call : calls) {
      int dot = call.indexOf('.');
      int bracket = call.indexOf('(');
      String owner = (call.startsWith("jdk/") ? "" : "java/") + call.substring(0, dot);
      String name = call.substring(dot + 1, bracket < 0 ? call.length() : bracket);
      Row row = new Row(owner, name, bracket < 0 ? "" : call.substring(bracket), advice);
      String key = owner.endsWith("/") ? owner.substring(0, owner.length() - 1) : owner;
      ROWS.merge(key, List.of(row), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
  }

  static {
    add(SIDE, "lang/Thread.start", "lang/Thread.join", "lang/Thread.startVirtualThread");
    add(SIDE, "lang/Thread.ofVirtual", "lang/Thread.ofPlatform", "util/Timer.<init>");
    add(SIDE, "util/Collection.parallelStream", "util/stream/BaseStream.parallel");
    add(SIDE, "util/concurrent/StructuredTaskScope.*");
    add(SIDE, "util/concurrent/StructuredTaskScope$ShutdownOnFailure.*");
    add(SIDE, "util/concurrent/StructuredTaskScope$ShutdownOnSuccess.*");
    add(SIDE, "util/concurrent/ThreadPerTaskExecutor.*", "jdk/internal/vm/.*");
    add(SIDE, "jdk/internal/ref/CleanerFactory.*", "lang/ref/Cleaner.create");
    add("Use sleep(long).", "lang/Thread.sleep(Ljava/time/Duration;)");
    add(END, "lang/System.exit", "lang/Runtime.exit", "lang/Runtime.halt");
    add(CLOCK, "time/Instant.now", "time/LocalDate.now", "time/LocalTime.now");
    add(CLOCK, "time/LocalDateTime.now", "time/ZonedDateTime.now", "time/OffsetDateTime.now");
    add(CLOCK, "time/Clock.millis", "time/Clock.instant", "time/Clock.system*", "time/Clock.tick*");
    add(CLOCK, "util/Date.<init>()", "util/Calendar.getInstance");
    add(RANDOM, "util/Random.<init>()", "util/SplittableRandom.<init>()", "lang/Math.random");
    add(RANDOM, "security/SecureRandom.<init>", "security/SecureRandom.getInstance*");
    add(RANDOM, "util/UUID.randomUUID", "util/random/RandomGenerator.*");
    add(RANDOM, "lang/StrictMath.random", "util/random/RandomGeneratorFactory.*");
    for (String type : List.of("Byte", "Char", "Short", "Int", "Long", "Float", "Double")) {
      add(HEAP, "nio/" + type + "Buffer.get*", "nio/" + type + "Buffer.put*");
    }
    add(HEAP, "lang/foreign/.*");
    add(HANDLES, "lang/invoke/MethodHandles.byteBufferViewVarHandle");
    add(HANDLES, "lang/invoke/MethodHandles.varHandle*", "lang/invoke/VarHandle.toMethodHandle");
    for (String name : List.of("insert", "filter", "collect", "drop", "permute")) {
      add(HANDLES, "lang/invoke/MethodHandles." + name + "Coordinates");
    }
    add(HANDLES, "lang/invoke/MethodHandles.filterValue");
    add(HANDLES, "lang/invoke/MethodHandles.arrayElementGetter");
    add(HANDLES, "lang/invoke/MethodHandles.arrayElementSetter");
    for (String name :
        List.of("findGetter", "findSetter", "findStaticGetter", "findStaticSetter")) {
      add(HANDLES, "lang/invoke/MethodHandles$Lookup." + name);
    }
    add(HANDLES, "lang/invoke/MethodHandles$Lookup.unreflectGetter");
    add(HANDLES, "lang/invoke/MethodHandles$Lookup.unreflectSetter");
    add("Use arrays of their own type.", "lang/reflect/Array.get", "lang/reflect/Array.set");
    for (String type :
        List.of("Boolean", "Byte", "Char", "Short", "Int", "Long", "Float", "Double")) {
      add("Use arrays of their own type.", "lang/reflect/Array.get" + type);
      add("Use arrays of their own type.", "lang/reflect/Array.set" + type);
    }
  }

  /** Unsafe on memory by address. */
  private static final Set<String> OFF_HEAP =
      Set.of(
          "allocateMemory",
          "reallocateMemory",
          "freeMemory",
          "setMemory",
          "copyMemory",
          "copySwapMemory",
          "getAddress",
          "putAddress");

  private Refusals() {}

  /** The advice, if the call is refused. */
  static @Nullable String advice(String declaring, String name, String desc) {
    List<Row> rows = ROWS.get(declaring);
    if (rows == null) {
      rows = ROWS.get(declaring.substring(0, Math.max(0, declaring.lastIndexOf('/'))));
    }
    if (rows != null) {
      for (Row row : rows) {
        if (row.is(declaring, name, desc)) {
          return row.advice();
        }
      }
    }
    return null;
  }

  /** Whether a method of Unsafe is about memory by address. */
  static boolean isUnsafeByAddress(String name, String desc) {
    boolean byAddress = desc.startsWith("(J") && (name.startsWith("get") || name.startsWith("put"));
    return byAddress || OFF_HEAP.contains(name);
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
