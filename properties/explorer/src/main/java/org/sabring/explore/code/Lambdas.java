package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The rewriting of lambdas and method references into ordinary classes, since what they capture is
 * shared memory. Each class calls its host by a static method that is added to the host: whatever
 * the body is (private, of a superclass, a constructor), the host may call it.
 */
final class Lambdas {

  /** Between the name of a host and the number of a lambda in it. */
  static final String INFIX = "$$sabring$";

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private final ClassNode host;
  private final List<ClassNode> classes = new ArrayList<>();

  private Lambdas(ClassNode host) {
    this.host = host;
  }

  /** Gives the classes that the host needs, still to be rewritten. */
  static List<ClassNode> rewrite(ClassNode host) {
    Lambdas lambdas = new Lambdas(host);
    for (MethodNode method : List.copyOf(host.methods)) {
      for (AbstractInsnNode at : method.instructions.toArray()) {
        if (at instanceof InvokeDynamicInsnNode site) {
          lambdas.rewrite(method, site);
        }
      }
    }
    return lambdas.classes;
  }

  private void rewrite(MethodNode method, InvokeDynamicInsnNode site) {
    if (site.bsm.getOwner().equals(FACTORY)) {
      method.instructions.set(site, lambda(site));
    } else if (site.bsm.getOwner().equals(RECORDS)) {
      String hook =
          switch (site.name) {
            case "toString" -> "RecordMethods.recordText";
            case "hashCode" -> "RecordMethods.recordHash";
            default -> "RecordMethods.recordEquals";
          };
      method.instructions.insert(site, Emit.only(hook));
      method.instructions.remove(site);
    }
  }

  private MethodInsnNode lambda(InvokeDynamicInsnNode site) {
    int number = classes.size();
    MethodNode body = body("sabring$" + number, (Handle) site.bsmArgs[1]);
    host.methods.add(body);
    LambdaClass made = new LambdaClass(host, body, host.name + INFIX + number, site);
    classes.add(made.node());
    return made.make();
  }

  /** Does in the host what the handle says. */
  private MethodNode body(String name, Handle handle) {
    boolean isNew = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    List<Type> arguments = new ArrayList<>();
    if (handle.getTag() == Opcodes.H_INVOKESPECIAL) {
      arguments.add(Type.getObjectType(host.name));
    } else if (!isNew && handle.getTag() != Opcodes.H_INVOKESTATIC) {
      arguments.add(Type.getObjectType(handle.getOwner()));
    }
    arguments.addAll(List.of(Type.getArgumentTypes(handle.getDesc())));
    Type result =
        isNew ? Type.getObjectType(handle.getOwner()) : Type.getReturnType(handle.getDesc());
    MethodNode method =
        new MethodNode(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            name,
            Type.getMethodDescriptor(result, arguments.toArray(new Type[0])),
            null,
            null);
    Emit emit = new Emit(method);
    if (isNew) {
      emit.newInstance(result);
      emit.dup();
    }
    emit.loadArgs();
    emit.visitMethodInsn(
        opcode(handle.getTag()),
        handle.getOwner(),
        handle.getName(),
        handle.getDesc(),
        handle.isInterface());
    emit.returnValue();
    return method;
  }

  private static int opcode(int tag) {
    return switch (tag) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      default -> Opcodes.INVOKESPECIAL;
    };
  }
}
