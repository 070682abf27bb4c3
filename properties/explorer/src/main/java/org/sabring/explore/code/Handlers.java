package org.sabring.explore.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The rewriting of handlers of errors, which would also catch the error by which the engine stops a
 * side. Each is reached through a few instructions that no handler protects: javac's handler for a
 * synchronized block protects itself, and an error thrown within it would come back for ever.
 */
final class Handlers {

  /** Null stands for a finally. */
  private static final Set<String> OF_ERRORS = Set.of(Emit.THROWABLE, "java/lang/Error");

  private Handlers() {}

  static void rewrite(MethodNode method) {
    Map<LabelNode, LabelNode> entries = new HashMap<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (block.type == null || OF_ERRORS.contains(block.type)) {
        LabelNode entry = entries.get(block.handler);
        FrameNode frame = MethodSite.frameAt(block.handler);
        if (entry == null && frame != null) {
          entry = new LabelNode();
          entries.put(block.handler, entry);
          method.instructions.add(entry(entry, frame, block.handler));
        }
        if (entry != null) {
          block.handler = entry;
        }
      }
    }
  }

  private static InsnList entry(LabelNode entry, FrameNode frame, LabelNode handler) {
    Object caught = frame.stack.get(0);
    Emit emit = new Emit();
    emit.code().add(entry);
    emit.code()
        .add(
            new FrameNode(
                Opcodes.F_NEW,
                frame.local.size(),
                frame.local.toArray(),
                1,
                new Object[] {caught}));
    emit.hook("Flow.caught");
    if (!caught.equals(Emit.THROWABLE)) {
      emit.checkCast(Type.getObjectType((String) caught));
    }
    emit.code().add(new JumpInsnNode(Opcodes.GOTO, handler));
    return emit.code();
  }
}
