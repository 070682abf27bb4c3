package org.sabring.explore.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The rewriting around a whole method: the monitor of a synchronized one, class initialization. */
final class Guards {

  private final MethodSite site;
  private final MethodNode method;

  private Guards(MethodSite site) {
    this.site = site;
    this.method = site.method;
  }

  /** Comes before the handlers are rewritten: this one is like javac's for a block. */
  static void monitor(MethodSite site) {
    if ((site.method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      site.method.access &= ~Opcodes.ACC_SYNCHRONIZED;
      new Guards(site).surround("Locks.enter", "Locks.exit");
    }
  }

  /** Comes after that: whatever ends the initializer, the engine must hear of it. */
  static void initializer(MethodSite site) {
    if (site.isInitializer()) {
      new Guards(site).surround("Flow.enterInitializer", "Flow.exitInitializer");
    }
  }

  private void surround(String first, String last) {
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN) {
        method.instructions.insertBefore(at, call(last));
      }
    }
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    InsnList entry = call(first);
    entry.add(start);
    method.instructions.insert(entry);
    method.instructions.add(end);
    Object[] locals = isStatic() ? new Object[0] : new Object[] {site.owner.name};
    method.instructions.add(
        new FrameNode(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {Emit.THROWABLE}));
    method.instructions.add(call(last));
    method.instructions.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
  }

  private boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  private InsnList call(String hook) {
    Emit emit = new Emit();
    if (!site.isInitializer()) {
      if (isStatic()) {
        emit.push(Type.getObjectType(site.owner.name));
      } else {
        emit.load(0, Emit.OBJECT_TYPE);
      }
    }
    emit.hook(hook);
    return emit.code();
  }
}
