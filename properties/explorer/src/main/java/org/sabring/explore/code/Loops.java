package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Heads of loops tell the engine the local variables: where they are as they were at an earlier
 * turn, the loop waits for another side, and the engine need not run it again.
 */
final class Loops {

  private Loops() {}

  static void rewrite(MethodSite site) {
    int number = 0;
    for (LabelNode head : heads(site)) {
      FrameNode frame = MethodSite.frameAt(head);
      if (frame != null && isPlain(frame)) {
        AbstractInsnNode last = frame;
        while (last.getNext() != null && last.getNext().getOpcode() < 0) {
          last = last.getNext();
        }
        site.method.instructions.insert(last, turn(site, frame, number++));
      }
    }
    if (number > 0) {
      site.keepActivation();
      InsnList entry = new InsnList();
      entry.add(Emit.hook("activation", "()I"));
      entry.add(new VarInsnNode(Opcodes.ISTORE, site.activation));
      site.method.instructions.insert(entry);
    }
  }

  private static Set<LabelNode> heads(MethodSite site) {
    Map<LabelNode, Integer> passed = new HashMap<>();
    Set<LabelNode> heads = new LinkedHashSet<>();
    for (AbstractInsnNode at : site.method.instructions) {
      if (at instanceof LabelNode label) {
        passed.put(label, passed.size());
      }
      for (LabelNode target : targets(at)) {
        if (passed.containsKey(target)) {
          heads.add(target);
        }
      }
    }
    return heads;
  }

  private static List<LabelNode> targets(AbstractInsnNode at) {
    List<LabelNode> targets = new ArrayList<>();
    if (at instanceof JumpInsnNode jump) {
      targets.add(jump.label);
    } else if (at instanceof TableSwitchInsnNode choice) {
      targets.addAll(choice.labels);
      targets.add(choice.dflt);
    } else if (at instanceof LookupSwitchInsnNode choice) {
      targets.addAll(choice.labels);
      targets.add(choice.dflt);
    }
    return targets;
  }

  /** Values under construction cannot be passed on, and those on the stack would need a place. */
  private static boolean isPlain(FrameNode frame) {
    return frame.stack.isEmpty()
        && frame.local.stream()
            .noneMatch(local -> local instanceof LabelNode || local == Opcodes.UNINITIALIZED_THIS);
  }

  private static InsnList turn(MethodSite site, FrameNode frame, int number) {
    InsnList values = new InsnList();
    int count = 0;
    int slot = 0;
    for (Object local : frame.local) {
      if (local != Opcodes.TOP) {
        values.add(new InsnNode(Opcodes.DUP));
        values.add(Emit.number(count++));
        Type type = type(local);
        values.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
        values.add(Boxing.box(type));
        values.add(new InsnNode(Opcodes.AASTORE));
      }
      slot += MethodSite.slots(local);
    }
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ILOAD, site.activation));
    code.add(Emit.number(number));
    code.add(Emit.number(count));
    code.add(new TypeInsnNode(Opcodes.ANEWARRAY, Emit.OBJECT));
    code.add(values);
    code.add(Emit.hook("loop", "(II[Ljava/lang/Object;)V"));
    return code;
  }

  private static Type type(Object local) {
    if (local == Opcodes.INTEGER) {
      return Type.INT_TYPE;
    }
    if (local == Opcodes.LONG) {
      return Type.LONG_TYPE;
    }
    if (local == Opcodes.FLOAT) {
      return Type.FLOAT_TYPE;
    }
    return local == Opcodes.DOUBLE ? Type.DOUBLE_TYPE : Type.getObjectType(Emit.OBJECT);
  }
}
