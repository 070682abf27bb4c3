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
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * The rewriting of loop heads: they tell the engine the local variables, so that it sees when a
 * loop is where it was at an earlier turn, and need not run it again.
 */
final class LoopRewriting {

  /** Of what is a number or a truth value, by its name in a frame. */
  private static final Map<Object, Type> TYPES =
      Map.of(
          Opcodes.INTEGER, Type.INT_TYPE,
          Opcodes.LONG, Type.LONG_TYPE,
          Opcodes.FLOAT, Type.FLOAT_TYPE,
          Opcodes.DOUBLE, Type.DOUBLE_TYPE);

  private LoopRewriting() {}

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
      Emit entry = new Emit();
      entry.hook("Flow.activation");
      entry.store(site.activation, Type.INT_TYPE);
      site.method.instructions.insert(entry.code());
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
    Emit emit = new Emit();
    emit.load(site.activation, Type.INT_TYPE);
    emit.push(number);
    emit.push((int) frame.local.stream().filter(local -> local != Opcodes.TOP).count());
    emit.newArray(Emit.OBJECT_TYPE);
    int count = 0;
    int slot = 0;
    for (Object local : frame.local) {
      if (local != Opcodes.TOP) {
        Type type = TYPES.getOrDefault(local, Emit.OBJECT_TYPE);
        emit.dup();
        emit.push(count++);
        emit.load(slot, type);
        emit.valueOf(type);
        emit.arrayStore(Emit.OBJECT_TYPE);
      }
      slot += MethodSite.slots(local);
    }
    emit.hook("Flow.loop");
    return emit.code();
  }
}
