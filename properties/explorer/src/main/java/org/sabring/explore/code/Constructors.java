package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** When an object begins to exist for the engine, and when its final fields are frozen. */
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
      if (at.getOpcode() == Opcodes.PUTFIELD) {
        FieldInsnNode write = (FieldInsnNode) at;
        if (site.types.isUninitializedThis(write, Type.getType(write.desc).getSize())) {
          early.add(write);
        }
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
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(Emit.hook("born", "(Ljava/lang/Object;)V"));
    for (FieldInsnNode write : early) {
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(new FieldInsnNode(Opcodes.GETFIELD, write.owner, write.name, write.desc));
      code.add(fields.put(write, CopiedClasses.original(write.owner)));
    }
    return code;
  }

  private void freeze() {
    for (FieldNode field : site.owner.fields) {
      if ((field.access & (Opcodes.ACC_FINAL | Opcodes.ACC_STATIC)) == Opcodes.ACC_FINAL) {
        for (AbstractInsnNode at : site.method.instructions.toArray()) {
          if (at.getOpcode() == Opcodes.RETURN) {
            InsnList code = new InsnList();
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(Emit.hook("frozen", "(Ljava/lang/Object;)V"));
            site.method.instructions.insertBefore(at, code);
          }
        }
        return;
      }
    }
  }
}
