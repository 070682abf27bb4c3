package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/** A method under rewriting: its class, its types as they were before, its free local variables. */
final class MethodSite {

  final ClassNode owner;
  final MethodNode method;
  final ClassFiles files;
  final StackTypes types;

  /** The local variable that holds which activation of the method this is. */
  final int activation;

  /** The first of the local variables that any one instruction may use for itself. */
  final int scratch;

  MethodSite(ClassNode owner, MethodNode method, ClassFiles files) {
    this.owner = owner;
    this.method = method;
    this.files = files;
    this.types = new StackTypes(owner.name, method);
    this.activation = method.maxLocals;
    this.scratch = method.maxLocals + 1;
  }

  boolean isConstructor() {
    return method.name.equals("<init>");
  }

  boolean isInitializer() {
    return method.name.equals("<clinit>");
  }

  /** Whether the class is a copy of one of the JDK. */
  boolean isCopy() {
    return owner.name.startsWith(CopiedClasses.PREFIX);
  }

  void replace(AbstractInsnNode at, InsnList by) {
    method.instructions.insertBefore(at, by);
    method.instructions.remove(at);
  }

  /** Lets every frame keep the activation in its local variable. */
  void keepActivation() {
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof FrameNode frame) {
        List<Object> locals = new ArrayList<>(frame.local);
        int slots = 0;
        for (Object local : locals) {
          slots += slots(local);
        }
        for (; slots < activation; slots++) {
          locals.add(Opcodes.TOP);
        }
        locals.add(Opcodes.INTEGER);
        frame.local = locals;
      }
    }
  }

  static int slots(Object frameType) {
    return frameType == Opcodes.LONG || frameType == Opcodes.DOUBLE ? 2 : 1;
  }

  /** The frame that stands at a label; null if none does. */
  static @Nullable FrameNode frameAt(AbstractInsnNode label) {
    for (AbstractInsnNode at = label; at != null && at.getOpcode() < 0; at = at.getNext()) {
      if (at instanceof FrameNode frame) {
        return frame;
      }
    }
    return null;
  }
}
