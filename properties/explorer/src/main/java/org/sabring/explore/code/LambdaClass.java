package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The generated class of one lambda: final fields for what it captures, and the method of the
 * interface.
 */
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
  private final Type self;
  private final Method constructor;

  LambdaClass(ClassNode host, MethodNode body, String name, InvokeDynamicInsnNode site) {
    this.host = host;
    this.body = body;
    this.captured = Type.getArgumentTypes(site.desc);
    this.instantiated = (Type) site.bsmArgs[2];
    this.makeDesc = site.desc;
    this.self = Type.getObjectType(name);
    this.constructor = new Method("<init>", Type.VOID_TYPE, captured);
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
      node.fields.add(
          new FieldNode(access, "captured" + i, captured[i].getDescriptor(), null, null));
    }
    addConstructor();
    addFactory();
    methods.forEach(desc -> addMethod(site.name, desc));
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

  private Emit method(int access, String name, String desc) {
    MethodNode method = new MethodNode(access, name, desc, null, null);
    node.methods.add(method);
    return new Emit(method);
  }

  private void addConstructor() {
    Emit emit = method(Opcodes.ACC_PRIVATE, "<init>", constructor.getDescriptor());
    emit.loadThis();
    emit.invokeConstructor(Emit.OBJECT_TYPE, new Method("<init>", "()V"));
    for (int i = 0; i < captured.length; i++) {
      emit.loadThis();
      emit.loadArg(i);
      emit.putField(self, "captured" + i, captured[i]);
    }
    emit.returnValue();
  }

  private void addFactory() {
    Emit emit = method(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "make", makeDesc);
    emit.newInstance(self);
    emit.dup();
    emit.loadArgs();
    emit.invokeConstructor(self, constructor);
    emit.returnValue();
  }

  /**
   * From the types of the interface to those that the compiler found here, to those of the body.
   */
  private void addMethod(String name, String desc) {
    Emit emit = method(Opcodes.ACC_PUBLIC, name, desc);
    Type[] wanted = Type.getArgumentTypes(body.desc);
    for (int i = 0; i < captured.length; i++) {
      emit.loadThis();
      emit.getField(self, "captured" + i, captured[i]);
      emit.convert(captured[i], wanted[i]);
    }
    Type[] given = Type.getArgumentTypes(desc);
    Type[] found = instantiated.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      emit.loadArg(i);
      emit.convert(given[i], found[i]);
      emit.convert(found[i], wanted[captured.length + i]);
    }
    boolean isInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
    emit.visitMethodInsn(Opcodes.INVOKESTATIC, host.name, body.name, body.desc, isInterface);
    Type gives = Type.getReturnType(body.desc);
    Type result = Type.getReturnType(desc);
    if (result.getSort() == Type.VOID) {
      emit.convert(gives, result);
    } else {
      emit.convert(gives, instantiated.getReturnType());
      emit.convert(instantiated.getReturnType(), result);
    }
    emit.returnValue();
  }
}
