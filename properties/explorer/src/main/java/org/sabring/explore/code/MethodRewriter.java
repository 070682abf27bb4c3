package org.sabring.explore.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A bytecode transformer for one method: its instructions one by one, then what concerns it as a
 * whole.
 */
final class MethodRewriter {

  private final MethodSite site;
  private final FieldRewriting fields;
  private final CallRewriting calls;

  MethodRewriter(MethodSite site, CopiedClasses copies) {
    this.site = site;
    this.fields = new FieldRewriting(site, copies);
    this.calls = new CallRewriting(site);
  }

  void rewrite() {
    AbstractInsnNode[] before = site.method.instructions.toArray();
    Constructors.rewrite(site, fields);
    for (AbstractInsnNode at : before) {
      if (at instanceof FieldInsnNode access) {
        fields.rewrite(access);
      } else if (at instanceof MethodInsnNode call) {
        calls.rewrite(call);
      } else if (at.getOpcode() == Opcodes.MONITORENTER) {
        site.replace(at, Emit.only("Locks.enter"));
      } else if (at.getOpcode() == Opcodes.MONITOREXIT) {
        site.replace(at, Emit.only("Locks.exit"));
      } else {
        ArrayRewriting.rewrite(site, at);
      }
    }
    if (!site.isInitializer()) {
      LoopRewriting.rewrite(site);
    }
    Guards.monitor(site);
    Handlers.rewrite(site.method);
    Guards.initializer(site);
  }
}
