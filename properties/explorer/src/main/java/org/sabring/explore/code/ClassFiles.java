package org.sabring.explore.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * An index of the class files of a class path and of the JDK: supertypes and members, without
 * loading any. Code may name a class by that of a copy, and a member by a subclass of the class
 * that declares it.
 */
final class ClassFiles {

  /** What other classes need to know of a class; names as they are in its file. */
  record Shape(
      String name,
      int access,
      boolean isSealed,
      @Nullable String superName,
      Set<String> interfaces,
      Map<String, Integer> fields,
      Map<String, Integer> methods) {

    boolean isInterface() {
      return (access & Opcodes.ACC_INTERFACE) != 0;
    }
  }

  /** One cache for every class path, since many worlds are made of the same classes. */
  private static final Map<ClassLoader, Map<String, Optional<Shape>>> SHAPES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final ClassLoader classPath;
  private final Map<String, byte[]> replaced;
  private final Map<String, Optional<Shape>> shared;
  private final Map<String, Optional<Shape>> own = new HashMap<>();

  ClassFiles(ClassLoader classPath, Map<String, byte[]> replaced) {
    this.classPath = classPath;
    this.replaced = replaced;
    this.shared = SHAPES.computeIfAbsent(classPath, path -> new ConcurrentHashMap<>());
  }

  byte @Nullable [] bytes(String internalName) {
    byte[] edited = replaced.get(internalName);
    return edited != null ? edited : original(internalName);
  }

  private byte @Nullable [] original(String internalName) {
    String file = internalName + ".class";
    try (InputStream in =
        CopiedClasses.isOfJdk(internalName)
            ? ClassLoader.getSystemResourceAsStream(file)
            : classPath.getResourceAsStream(file)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Null if there is no such class: it may be optional, and missing. */
  @Nullable Shape shape(String internalName) {
    byte[] edited = replaced.get(internalName);
    if (edited != null) {
      return own.computeIfAbsent(internalName, name -> Optional.of(read(edited))).orElse(null);
    }
    Optional<Shape> known = shared.get(internalName);
    if (known == null) {
      known = Optional.ofNullable(original(internalName)).map(ClassFiles::read);
      shared.put(internalName, known);
    }
    return known.orElse(null);
  }

  private static Shape read(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    Map<String, Integer> fields = new HashMap<>();
    node.fields.forEach(field -> fields.put(field.name, field.access));
    Map<String, Integer> methods = new HashMap<>();
    node.methods.forEach(method -> methods.put(method.name + method.desc, method.access));
    return new Shape(
        node.name,
        node.access,
        node.permittedSubclasses != null,
        node.superName,
        new HashSet<>(node.interfaces),
        fields,
        methods);
  }

  /** The files that there are of a class and those above it, the nearest first. */
  private List<Shape> line(String internalName) {
    List<Shape> line = new ArrayList<>();
    Shape at = shape(internalName);
    while (at != null) {
      line.add(at);
      at = at.superName() == null ? null : shape(at.superName());
    }
    return line;
  }

  boolean isSubclass(String internalName, String of) {
    return internalName.equals(of)
        || line(internalName).stream().anyMatch(shape -> of.equals(shape.superName()));
  }

  /** The nearest class above both; Object where a class file is missing or is an interface. */
  String commonSuperclass(String a, String b) {
    for (Shape shape : line(a)) {
      if (shape.isInterface()) {
        break;
      }
      if (isSubclass(b, shape.name())) {
        return shape.name();
      }
    }
    return Emit.OBJECT;
  }

  /** The class as its file names it; the given one if nothing declares the method. */
  String methodOwner(String owner, String name, String desc) {
    String method = name + CopiedClasses.original(desc);
    return declaring(owner, shape -> shape.methods().containsKey(method));
  }

  String fieldOwner(String owner, String name) {
    return declaring(owner, shape -> shape.fields().containsKey(name));
  }

  private String declaring(String owner, Predicate<Shape> declares) {
    String from = CopiedClasses.original(owner);
    String found = find(from.startsWith("[") ? Emit.OBJECT : from, declares);
    return found == null ? from : found;
  }

  /** Classes before interfaces, the nearest first. */
  private @Nullable String find(String owner, Predicate<Shape> declares) {
    List<Shape> line = line(owner);
    for (Shape shape : line) {
      if (declares.test(shape)) {
        return shape.name();
      }
    }
    for (Shape shape : line) {
      for (String type : shape.interfaces()) {
        String found = find(type, declares);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  boolean declares(String owner, String method) {
    Shape shape = shape(owner);
    return shape != null && shape.methods().containsKey(method);
  }

  boolean isFinal(String declaring, String field) {
    Shape shape = shape(declaring);
    return shape != null && (shape.fields().getOrDefault(field, 0) & Opcodes.ACC_FINAL) != 0;
  }

  /** Whether a class outside of the JDK can call this method of a class of the JDK. */
  boolean isReachable(String declaring, String method) {
    Shape shape = shape(declaring);
    int visible = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
    return shape != null
        && !declaring.startsWith("jdk/")
        && !declaring.startsWith("sun/")
        && (shape.access() & Opcodes.ACC_PUBLIC) != 0
        && (shape.methods().getOrDefault(method, visible) & visible) != 0;
  }
}
