package org.sabring.explore.code;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Which class declares a field or a method that code names by some subclass. */
final class Members {

  private final ClassFiles files;

  Members(ClassFiles files) {
    this.files = files;
  }

  /** The class as its file names it; the given one if nothing declares the method. */
  String methodOwner(String owner, String name, String desc) {
    String from = CopiedClasses.original(owner);
    String method = name + CopiedClasses.original(desc);
    String found = find(from, shape -> shape.methods().containsKey(method));
    return found == null ? from : found;
  }

  String fieldOwner(String owner, String name) {
    String from = CopiedClasses.original(owner);
    String found = find(from, shape -> shape.fields().containsKey(name));
    return found == null ? from : found;
  }

  boolean declares(String owner, String method) {
    ClassFiles.Shape shape = files.shape(owner);
    return shape != null && shape.methods().containsKey(method);
  }

  boolean isFinal(String declaring, String field) {
    ClassFiles.Shape shape = files.shape(declaring);
    Integer access = shape == null ? null : shape.fields().get(field);
    return access != null && (access & Opcodes.ACC_FINAL) != 0;
  }

  /** Whether a class outside of the JDK can call this method of a class of the JDK. */
  boolean isReachable(String declaring, String method) {
    ClassFiles.Shape shape = files.shape(declaring);
    int visible = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
    return shape != null
        && !declaring.startsWith("jdk/")
        && !declaring.startsWith("sun/")
        && (shape.access() & Opcodes.ACC_PUBLIC) != 0
        && (shape.methods().getOrDefault(method, visible) & visible) != 0;
  }

  boolean isSubclass(String owner, String of) {
    return files.isSubclass(CopiedClasses.original(owner), of);
  }

  /** Classes before interfaces, the nearest first. */
  private @Nullable String find(String owner, Predicate<ClassFiles.Shape> declares) {
    if (owner.startsWith("[")) {
      return find(Emit.OBJECT, declares);
    }
    for (String at = owner; at != null; ) {
      ClassFiles.Shape shape = files.shape(at);
      if (shape == null) {
        break;
      }
      if (declares.test(shape)) {
        return at;
      }
      at = shape.superName();
    }
    for (String at = owner; at != null; ) {
      ClassFiles.Shape shape = files.shape(at);
      if (shape == null) {
        break;
      }
      for (String type : shape.interfaces()) {
        String found = find(type, declares);
        if (found != null) {
          return found;
        }
      }
      at = shape.superName();
    }
    return null;
  }
}
