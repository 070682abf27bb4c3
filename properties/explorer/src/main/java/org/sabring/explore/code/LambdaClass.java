package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The class of one lambda: final fields for what it captures, and the method of the interface. */
final class LambdaClass {

  private static final int SERIALIZABLE = 1;
  private static final int MARKERS = 2;
  private static final int BRIDGES = 4;

  private final ClassNode node = new ClassNode();
  private final ClassNode host;
  private final MethodNode body;
  private final Type[] captured;
  private final Type instantiated;
  private final String makeDesc;

  LambdaClass(ClassNode host, MethodNode body, String name, InvokeDynamicInsnNode site) {
    this.host = host;
    this.body = body;
    this.captured = Type.getArgumentTypes(site.desc);
    this.instantiated = (Type) site.bsmArgs[2];
    this.makeDesc = site.desc;
    node.version = Opcodes.V1_8;
    node.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
    node.access |= Opcodes.ACC_SYNTHETIC;
    node.name = name;
    node.superName = Emit.OBJECT;
    node.sourceFile = host.sourceFile;
    Set<String> interfaces = new LinkedHashSet<>();
    interfaces.add(Type.getReturnType(site.desc).getInternalName());
    Set<String> methods = new LinkedHashSet<>();
    methods.add(((Type) site.bsmArgs[0]).getDescriptor());
    readExtras(site.bsmArgs, interfaces, methods);
    node.interfaces = new ArrayList<>(interfaces);
    for (int i = 0; i < captured.length; i++) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      node.fields.add(new FieldNode(access, field(i), captured[i].getDescriptor(), null, null));
    }
    node.methods.add(constructor());
    node.methods.add(factory());
    for (String desc : methods) {
      node.methods.add(method(site.name, Type.getMethodType(desc)));
    }
  }

  /** What only altMetafactory has: marker interfaces, and further types of the method. */
  private static void readExtras(Object[] args, Set<String> interfaces, Set<String> methods) {
    if (args.length < 4) {
      return;
    }
    int flags = (Integer) args[3];
    int at = 4;
    if ((flags & SERIALIZABLE) != 0) {
      interfaces.add("java/io/Serializable");
    }
    if ((flags & MARKERS) != 0) {
      for (int left = (Integer) args[at++]; left > 0; left--) {
        interfaces.add(((Type) args[at++]).getInternalName());
      }
    }
    if ((flags & BRIDGES) != 0) {
      for (int left = (Integer) args[at++]; left > 0; left--) {
        methods.add(((Type) args[at++]).getDescriptor());
      }
    }
  }

  ClassNode node() {
    return node;
  }

  /** Takes what is captured from the stack, and leaves the lambda there. */
  MethodInsnNode make() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, "make", makeDesc, false);
  }

  private static String field(int index) {
    return "captured" + index;
  }

  private String constructorDesc() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
  }

  private MethodNode constructor() {
    MethodNode method =
        new MethodNode(Opcodes.ACC_PRIVATE, "<init>", constructorDesc(), null, null);
    InsnList code = method.instructions;
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, Emit.OBJECT, "<init>", "()V", false));
    int slot = 1;
    for (int i = 0; i < captured.length; i++) {
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(new VarInsnNode(captured[i].getOpcode(Opcodes.ILOAD), slot));
      code.add(
          new FieldInsnNode(Opcodes.PUTFIELD, node.name, field(i), captured[i].getDescriptor()));
      slot += captured[i].getSize();
    }
    code.add(new InsnNode(Opcodes.RETURN));
    method.maxLocals = slot;
    return method;
  }

  private MethodNode factory() {
    MethodNode method =
        new MethodNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "make", makeDesc, null, null);
    InsnList code = method.instructions;
    code.add(new TypeInsnNode(Opcodes.NEW, node.name));
    code.add(new InsnNode(Opcodes.DUP));
    int slot = 0;
    for (Type type : captured) {
      code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
      slot += type.getSize();
    }
    code.add(
        new MethodInsnNode(Opcodes.INVOKESPECIAL, node.name, "<init>", constructorDesc(), false));
    code.add(new InsnNode(Opcodes.ARETURN));
    method.maxLocals = slot;
    return method;
  }

  /**
   * From the types of the interface to those that the compiler found here, to those of the body.
   */
  private MethodNode method(String name, Type called) {
    MethodNode method =
        new MethodNode(Opcodes.ACC_PUBLIC, name, called.getDescriptor(), null, null);
    InsnList code = method.instructions;
    Type[] wanted = Type.getArgumentTypes(body.desc);
    for (int i = 0; i < captured.length; i++) {
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(
          new FieldInsnNode(Opcodes.GETFIELD, node.name, field(i), captured[i].getDescriptor()));
      code.add(Boxing.convert(captured[i], wanted[i]));
    }
    Type[] given = called.getArgumentTypes();
    Type[] found = instantiated.getArgumentTypes();
    int slot = 1;
    for (int i = 0; i < given.length; i++) {
      code.add(new VarInsnNode(given[i].getOpcode(Opcodes.ILOAD), slot));
      code.add(Boxing.convert(given[i], found[i]));
      code.add(Boxing.convert(found[i], wanted[captured.length + i]));
      slot += given[i].getSize();
    }
    boolean isInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
    code.add(
        new MethodInsnNode(Opcodes.INVOKESTATIC, host.name, body.name, body.desc, isInterface));
    Type result = called.getReturnType();
    if (result.getSort() == Type.VOID) {
      code.add(Boxing.convert(Type.getReturnType(body.desc), result));
    } else {
      code.add(Boxing.convert(Type.getReturnType(body.desc), instantiated.getReturnType()));
      code.add(Boxing.convert(instantiated.getReturnType(), result));
    }
    code.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
    method.maxLocals = slot;
    return method;
  }
}
