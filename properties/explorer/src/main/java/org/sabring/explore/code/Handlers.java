package org.sabring.explore.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Handlers of errors, which would also catch the error by which the engine stops a side. Each is
 * reached through a few instructions that no handler protects: javac's handler for a synchronized
 * block protects itself, and an error thrown within it would come back for ever.
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
    InsnList code = new InsnList();
    code.add(entry);
    code.add(frame(frame.local, (String) frame.stack.get(0)));
    code.add(Emit.hook("caught", "(Ljava/lang/Throwable;)Ljava/lang/Throwable;"));
    String type = (String) frame.stack.get(0);
    if (!type.equals(Emit.THROWABLE)) {
      code.add(Emit.cast(type));
    }
    code.add(new JumpInsnNode(Opcodes.GOTO, handler));
    return code;
  }

  private static FrameNode frame(List<Object> locals, String caught) {
    return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), 1, new Object[] {caught});
  }
}
