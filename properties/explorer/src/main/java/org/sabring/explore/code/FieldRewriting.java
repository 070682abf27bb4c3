package org.sabring.explore.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.sabring.explore.hook.UnsafeCalls;
import org.sabring.explore.runtime.Universe;

/**
 * The rewriting of field accesses: they become calls of hooks, which get the number of the field.
 */
final class FieldRewriting {

  private final MethodSite site;
  private final CopiedClasses copies;

  FieldRewriting(MethodSite site, CopiedClasses copies) {
    this.site = site;
    this.copies = copies;
  }

  void rewrite(FieldInsnNode access) {
    String declaring = site.files.fieldOwner(access.owner, access.name);
    if (access.owner.equals(CallRewriting.UNSAFE)) {
      layout(access);
    } else if (RewritingScope.isRewritten(declaring)) {
      boolean isFinal = isStatic(access) && site.files.isFinal(declaring, access.name);
      if (access.getOpcode() == Opcodes.GETFIELD || access.getOpcode() == Opcodes.GETSTATIC) {
        if (!isFinal) {
          site.replace(access, get(access, declaring));
        }
      } else if (isFinal) {
        if (!Emit.isPrimitive(Type.getType(access.desc))) {
          site.method.instructions.insertBefore(access, Emit.born("Identity.born"));
        }
      } else if (!isEarly(access)) {
        site.replace(access, put(access, declaring));
      }
    }
  }

  private static boolean isStatic(FieldInsnNode access) {
    return access.getOpcode() == Opcodes.GETSTATIC || access.getOpcode() == Opcodes.PUTSTATIC;
  }

  /** Before the constructor above has run, no code but this one can have the object. */
  boolean isEarly(FieldInsnNode write) {
    return write.getOpcode() == Opcodes.PUTFIELD
        && site.types.isUninitializedThis(write, Type.getType(write.desc).getSize());
  }

  /** How arrays lie in memory: the engine has an answer of its own. */
  private void layout(FieldInsnNode constant) {
    Integer value = UnsafeCalls.layout(constant.name);
    if (value != null) {
      Emit emit = new Emit();
      emit.push(value);
      emit.cast(Type.INT_TYPE, Type.getType(constant.desc));
      site.replace(constant, emit.code());
    }
  }

  private int id(FieldInsnNode access, String declaring) {
    return Universe.id(copies.map(declaring), access.name, isStatic(access));
  }

  private InsnList get(FieldInsnNode access, String declaring) {
    Type type = Type.getType(access.desc);
    Emit emit = new Emit();
    if (isStatic(access)) {
      emit.pushNull();
    }
    emit.push(id(access, declaring));
    emit.load("FieldAccess.get", type);
    return emit.code();
  }

  /** Takes the object, if it is no static field, and the value from the stack. */
  InsnList put(FieldInsnNode access, String declaring) {
    Type type = Type.getType(access.desc);
    boolean isPrimitive = Emit.isPrimitive(type);
    Emit emit = new Emit();
    if (isPrimitive) {
      emit.toNumber(type);
    }
    if (isStatic(access)) {
      emit.pushNull();
      emit.swap(isPrimitive ? Type.LONG_TYPE : type, Emit.OBJECT_TYPE);
    }
    emit.push(id(access, declaring));
    emit.hook(isPrimitive ? "FieldAccess.put" : "FieldAccess.putReference");
    return emit.code();
  }
}
