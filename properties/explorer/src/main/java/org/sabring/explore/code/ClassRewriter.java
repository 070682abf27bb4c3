package org.sabring.explore.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A bytecode transformer for one class file, which also makes the classes of its lambdas. */
final class ClassRewriter {

  private final ClassFiles files;
  private final CopiedClasses copies;

  ClassRewriter(ClassFiles files, CopiedClasses copies) {
    this.files = files;
    this.copies = copies;
  }

  /** The class files, by internal name: that of the class itself, and of its lambdas. */
  Map<String, byte[]> rewrite(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(withFrames(bytes))
        .accept(new ClassRemapper(node, copies), ClassReader.EXPAND_FRAMES);
    List<ClassNode> lambdas = Lambdas.rewrite(node);
    Map<String, byte[]> result = new LinkedHashMap<>();
    result.put(node.name, finish(node));
    for (ClassNode lambda : lambdas) {
      result.put(lambda.name, finish(lambda));
    }
    return result;
  }

  /** Old compilers wrote no stack map frames, and subroutines, which later verifiers refuse. */
  private byte[] withFrames(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    if (reader.readUnsignedShort(6) > Opcodes.V1_6) {
      return bytes;
    }
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected String getCommonSuperClass(String a, String b) {
            return files.commonSuperclass(a, b);
          }
        };
    ClassNode node =
        new ClassNode(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String desc,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, desc, signature, exceptions);
            return new JSRInlinerAdapter(next, access, name, desc, signature, exceptions);
          }
        };
    reader.accept(node, ClassReader.SKIP_FRAMES);
    node.version = Opcodes.V1_8;
    node.accept(writer);
    return writer.toByteArray();
  }

  private byte[] finish(ClassNode node) {
    // Casts that rewriting adds may name a class from where it was not visible.
    node.access |= Opcodes.ACC_PUBLIC;
    for (MethodNode method : node.methods) {
      showStatic(node, method);
      if ((method.access & Opcodes.ACC_NATIVE) != 0) {
        fillNative(node, method);
      } else if ((method.access & Opcodes.ACC_ABSTRACT) == 0) {
        new MethodRewriter(new MethodSite(node, method, files), copies).rewrite();
      }
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    try {
      node.accept(writer);
      return writer.toByteArray();
    } catch (MethodTooLargeException e) {
      refuseLarge(node, e);
      ClassWriter second = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      node.accept(second);
      return second.toByteArray();
    }
  }

  /** Packages of the JDK reach into each other by means that copies do not have. */
  private static void showStatic(ClassNode node, MethodNode method) {
    int seen = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;
    if (node.name.startsWith(CopiedClasses.PREFIX)
        && (method.access & (seen | Opcodes.ACC_STATIC)) == Opcodes.ACC_STATIC
        && !method.name.startsWith("<")) {
      method.access |= Opcodes.ACC_PUBLIC;
    }
  }

  private static void fillNative(ClassNode node, MethodNode method) {
    method.access &= ~Opcodes.ACC_NATIVE;
    if (method.name.equals("VMSupportsCS8")) {
      Emit emit = new Emit(method);
      emit.push(true);
      emit.returnValue();
    } else {
      refuse(node, method, Refusals.advice("NATIVE"));
    }
  }

  private static void refuseLarge(ClassNode node, MethodTooLargeException tooLarge) {
    for (MethodNode method : node.methods) {
      if (method.name.equals(tooLarge.getMethodName())
          && method.desc.equals(tooLarge.getDescriptor())) {
        refuse(node, method, Refusals.advice("TOO_LARGE"));
      }
    }
  }

  private static void refuse(ClassNode node, MethodNode method, String advice) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.localVariables = null;
    Emit emit = new Emit(method);
    Refusals.error(emit, CopiedClasses.original(node.name), method.name, advice);
    emit.throwException();
  }
}
