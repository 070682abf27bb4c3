package org.sabring.explore.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Mistakes planted in class files. */
final class Edits {

  private Edits() {}

  /** The class file without the calls of a method that answers nothing, in one of its methods. */
  static byte[] withoutCall(String className, String method, String called) {
    ClassNode node = read(className);
    InsnList code = method(node, method).instructions;
    List<MethodInsnNode> calls = calls(method(node, method), called);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException(
          "called=%s, expected a call of it in %s.%s".formatted(called, node.name, method));
    }
    for (MethodInsnNode call : calls) {
      Type[] arguments = Type.getArgumentTypes(call.desc);
      for (int i = arguments.length - 1; i >= 0; i--) {
        pop(code, call, arguments[i].getSize());
      }
      if (call.getOpcode() != Opcodes.INVOKESTATIC) {
        pop(code, call, 1);
      }
      code.remove(call);
    }
    return written(node);
  }

  /** The class file with calls of another method of the same kind, wherever there is one. */
  static byte[] withOtherCall(String className, String called, String instead) {
    ClassNode node = read(className);
    node.methods.stream()
        .flatMap(method -> calls(method, called).stream())
        .forEach(call -> call.name = instead);
    return written(node);
  }

  private static void pop(InsnList code, MethodInsnNode call, int size) {
    code.insertBefore(call, new InsnNode(size == 2 ? Opcodes.POP2 : Opcodes.POP));
  }

  private static List<MethodInsnNode> calls(MethodNode method, String called) {
    return Arrays.stream(method.instructions.toArray())
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast)
        .filter(call -> call.name.equals(called))
        .filter(call -> Type.getReturnType(call.desc).equals(Type.VOID_TYPE))
        .toList();
  }

  private static MethodNode method(ClassNode node, String name) {
    return node.methods.stream()
        .filter(method -> method.name.equals(name) && (method.access & Opcodes.ACC_SYNTHETIC) == 0)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("method=%s of %s".formatted(name, node.name)));
  }

  private static ClassNode read(String className) {
    String file = "/" + className.replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(Edits.class.getResourceAsStream(file), file)) {
      ClassNode node = new ClassNode();
      new ClassReader(in).accept(node, 0);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(ClassNode node) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }
}
