package org.sabring.explore.code;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Remapper;

/**
 * The name mapping for classes of the JDK that hold shared state: the code under test gets them
 * under another name, as a rewritten copy or as a model of the engine.
 */
final class CopiedClasses extends Remapper {

  static final String PREFIX = "copied/";

  private static final String MODELS = Emit.HOOKS;

  static final String CONCURRENT = "java/util/concurrent/";

  /** What stands for {@link java.nio.ByteBuffer}; rewritten as any other class is. */
  static final String BUFFER = "org/sabring/explore/model/ByteBufferModel";

  /** Copied with their nested classes: the collections, and what only the copies can reach. */
  private static final Set<String> COLLECTIONS = names("copied");

  /** Calls of them are rewritten or refused. */
  private static final Set<String> REAL = names("real");

  private static Set<String> names(String table) {
    return JdkTable.rows(table).stream()
        .flatMap(row -> row.stream().skip(1).map(name -> row.get(0) + name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static final ClassFiles JDK =
      new ClassFiles(ClassLoader.getPlatformClassLoader(), Map.of());

  private static final Map<String, Boolean> COPIED = new ConcurrentHashMap<>();

  private final boolean lockModel;

  CopiedClasses(boolean lockModel) {
    super(Opcodes.ASM9);
    this.lockModel = lockModel;
  }

  @Override
  public String map(String internalName) {
    return switch (internalName) {
      case "jdk/internal/misc/Unsafe" -> "sun/misc/Unsafe";
      case "java/lang/ThreadLocal", "java/lang/InheritableThreadLocal" ->
          MODELS + "ThreadLocalModel";
      case "java/nio/ByteBuffer" -> BUFFER;
      case CONCURRENT + "locks/ReentrantLock" ->
          lockModel ? MODELS + "LockModel" : PREFIX + internalName;
      default -> isCopied(internalName) ? PREFIX + internalName : internalName;
    };
  }

  static boolean isOfJdk(String internalName) {
    return internalName.startsWith("java/")
        || internalName.startsWith("javax/")
        || internalName.startsWith("jdk/")
        || internalName.startsWith("sun/")
        || internalName.startsWith("com/sun/");
  }

  static boolean isCopied(String internalName) {
    int nested = internalName.indexOf('$');
    String outermost = nested < 0 ? internalName : internalName.substring(0, nested);
    if (!internalName.startsWith(CONCURRENT) && !COLLECTIONS.contains(outermost)) {
      return false;
    }
    Boolean known = COPIED.get(internalName);
    if (known == null) {
      known = !REAL.contains(outermost) && holdsState(internalName);
      COPIED.put(internalName, known);
    }
    return known;
  }

  /**
   * Public interfaces, enums and exceptions stay what they are, for the rest of the JDK to share.
   */
  private static boolean holdsState(String internalName) {
    ClassFiles.Shape shape = JDK.shape(internalName);
    if (shape == null) {
      return internalName.contains(Lambdas.INFIX);
    }
    boolean isOpen = (shape.access() & Opcodes.ACC_PUBLIC) != 0 && !shape.isSealed();
    if (!isOpen || !internalName.startsWith("java/")) {
      return true;
    }
    if (shape.isInterface()) {
      return shape.methods().keySet().stream().anyMatch(CopiedClasses::namesClass);
    }
    return (shape.access() & Opcodes.ACC_ENUM) == 0
        && !JDK.isSubclass(internalName, Emit.THROWABLE);
  }

  /** An interface that speaks of copied classes must speak of the copies, so it is copied too. */
  private static boolean namesClass(String method) {
    Type type = Type.getMethodType(method.substring(method.indexOf('(')));
    return isCopiedClass(type.getReturnType())
        || Arrays.stream(type.getArgumentTypes()).anyMatch(CopiedClasses::isCopiedClass);
  }

  private static boolean isCopiedClass(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() != Type.OBJECT) {
      return false;
    }
    ClassFiles.Shape shape = JDK.shape(element.getInternalName());
    return shape != null && !shape.isInterface() && isCopied(element.getInternalName());
  }

  /** Undoes {@link #map} in a name or a descriptor. */
  static String original(String mapped) {
    String name = mapped.replace(PREFIX, "");
    return name.contains(MODELS)
        ? name.replace(MODELS + "ThreadLocalModel", "java/lang/ThreadLocal")
            .replace(MODELS + "LockModel", CONCURRENT + "locks/ReentrantLock")
        : name;
  }
}
