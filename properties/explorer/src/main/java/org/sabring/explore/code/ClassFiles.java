package org.sabring.explore.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The class files of a class path and of the JDK: supertypes and members, without loading any. */
final class ClassFiles {

  /** What other classes need to know of a class; names as they are in its file. */
  record Shape(
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
    for (FieldNode field : node.fields) {
      fields.put(field.name, field.access);
    }
    Map<String, Integer> methods = new HashMap<>();
    for (MethodNode method : node.methods) {
      methods.put(method.name + method.desc, method.access);
    }
    return new Shape(
        node.access,
        node.permittedSubclasses != null,
        node.superName,
        new HashSet<>(node.interfaces),
        fields,
        methods);
  }

  boolean isSubclass(String internalName, String of) {
    for (String at = internalName; at != null; ) {
      if (at.equals(of)) {
        return true;
      }
      Shape shape = shape(at);
      at = shape == null ? null : shape.superName();
    }
    return false;
  }

  /** The nearest class above both; Object where a class file is missing or is an interface. */
  String commonSuperclass(String a, String b) {
    for (String at = a; at != null; ) {
      Shape shape = shape(at);
      if (shape == null || shape.isInterface()) {
        break;
      }
      if (isSubclass(b, at)) {
        return at;
      }
      at = shape.superName();
    }
    return Emit.OBJECT;
  }
}
