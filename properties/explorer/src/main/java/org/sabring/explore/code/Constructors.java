package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The rewriting of constructors: when an object begins to exist for the engine, and when its final
 * fields are frozen.
 */
final class Constructors {

  private final MethodSite site;
  private final FieldRewriting fields;

  /** Fields that were written before the constructor above was called. */
  private final List<FieldInsnNode> early = new ArrayList<>();

  private Constructors(MethodSite site, FieldRewriting fields) {
    this.site = site;
    this.fields = fields;
  }

  /** Runs before the other rewriting, since it needs the calls as they were. */
  static void rewrite(MethodSite site, FieldRewriting fields) {
    if (site.isConstructor()) {
      Constructors constructors = new Constructors(site, fields);
      constructors.announce();
      constructors.freeze();
    }
  }

  private void announce() {
    for (AbstractInsnNode at : site.method.instructions.toArray()) {
      if (at instanceof FieldInsnNode write && fields.isEarly(write)) {
        early.add(write);
      } else if (at.getOpcode() == Opcodes.INVOKESPECIAL && isSuperCall((MethodInsnNode) at)) {
        site.method.instructions.insert(at, begin());
      }
    }
  }

  private boolean isSuperCall(MethodInsnNode call) {
    return call.name.equals("<init>")
        && !call.owner.equals(site.owner.name)
        && site.types.isUninitializedThis(call, Type.getArgumentsAndReturnSizes(call.desc) / 4 - 1);
  }

  private InsnList begin() {
    InsnList code = ofThis("Identity.born");
    for (FieldInsnNode write : early) {
      Emit emit = new Emit();
      emit.load(0, Emit.OBJECT_TYPE);
      emit.dup();
      emit.getField(Type.getObjectType(write.owner), write.name, Type.getType(write.desc));
      code.add(emit.code());
      code.add(fields.put(write, CopiedClasses.original(write.owner)));
    }
    return code;
  }

  private void freeze() {
    int kinds = Opcodes.ACC_FINAL | Opcodes.ACC_STATIC;
    if (site.owner.fields.stream().anyMatch(f -> (f.access & kinds) == Opcodes.ACC_FINAL)) {
      for (AbstractInsnNode at : site.method.instructions.toArray()) {
        if (at.getOpcode() == Opcodes.RETURN) {
          site.method.instructions.insertBefore(at, ofThis("Identity.frozen"));
        }
      }
    }
  }

  private static InsnList ofThis(String hook) {
    Emit emit = new Emit();
    emit.load(0, Emit.OBJECT_TYPE);
    emit.hook(hook);
    return emit.code();
  }
}
