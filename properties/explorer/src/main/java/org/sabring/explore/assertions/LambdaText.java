package org.sabring.explore.assertions;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.sabring.explore.monitor.MethodCall;

/**
 * The name of a lambda, read from its class file: of {@code ring -> ring.offer(1)} and of {@code
 * MyRing::poll} the call that it makes, of one that does more the line that it stands in. Findings
 * and sequential models name operations by it.
 */
final class LambdaText {

  /** The parameter of the lambda, while its code is read. */
  private static final Object SELF = new Object();

  /** What a call has answered. */
  private static final Object ANSWER = new Object();

  /** An object under construction. */
  private record Made(String type) {}

  /** A constructor that was called, with its arguments. */
  private record Constructed(String type, List<Object> arguments) {}

  private final SerializedLambda form;
  private final Deque<Object> stack = new ArrayDeque<>();
  private @Nullable MethodCall call;
  private @Nullable Constructed constructed;
  private int line;

  private LambdaText(SerializedLambda form) {
    this.form = form;
  }

  /** The one call that a lambda makes; of one that does more, its line. */
  static Object of(Object lambda) {
    SerializedLambda form = form(lambda);
    if (form == null) {
      return MethodCall.of(lambda.getClass().getSimpleName());
    }
    if (!form.getImplMethodName().startsWith("lambda$")) {
      return MethodCall.of(form.getImplMethodName());
    }
    LambdaText text = new LambdaText(form);
    boolean understood = text.read(lambda.getClass().getClassLoader());
    return understood && text.call != null ? text.call : "lambda in line " + text.line;
  }

  /** How a lambda makes its object, as an expression of Java; null if it does more than that. */
  static @Nullable String construction(Object lambda) {
    Class<?> made = made(lambda);
    SerializedLambda form = form(lambda);
    if (made == null || form == null) {
      return null;
    }
    LambdaText text = new LambdaText(form);
    if (form.getImplMethodName().equals("<init>")) {
      return TestLines.construction(made, List.of());
    }
    boolean understood = text.read(lambda.getClass().getClassLoader());
    Constructed constructed = text.constructed;
    Class<?> type = constructed == null ? null : find(constructed.type(), lambda);
    return understood && constructed != null && type != null
        ? TestLines.construction(type, constructed.arguments())
        : null;
  }

  /** The class that a lambda answers an object of; null if that cannot be told. */
  static @Nullable Class<?> made(Object lambda) {
    SerializedLambda form = form(lambda);
    if (form == null) {
      return null;
    }
    boolean constructor = form.getImplMethodName().equals("<init>");
    Type type =
        constructor
            ? Type.getObjectType(form.getImplClass())
            : Type.getReturnType(form.getImplMethodSignature());
    return find(type.getInternalName(), lambda);
  }

  private static @Nullable Class<?> find(String internalName, Object lambda) {
    String name = internalName.replace('/', '.');
    try {
      return Class.forName(name, false, lambda.getClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      return null; // an array, for example
    }
  }

  private static @Nullable SerializedLambda form(Object lambda) {
    Object inner = lambda instanceof ScheduleAssertions.Silent<?> silent ? silent.action() : lambda;
    try {
      Method replace = inner.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return replace.invoke(inner) instanceof SerializedLambda form ? form : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Follows the code of the lambda; whether it does nothing but a call and what belongs to it. */
  private boolean read(@Nullable ClassLoader loader) {
    ClassLoader finder = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    try (InputStream file = finder.getResourceAsStream(form.getImplClass() + ".class")) {
      if (file == null) {
        return false;
      }
      ClassNode node = new ClassNode();
      new ClassReader(file).accept(node, ClassReader.SKIP_FRAMES);
      for (MethodNode method : node.methods) {
        if (method.name.equals(form.getImplMethodName())
            && method.desc.equals(form.getImplMethodSignature())) {
          return follow(method);
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean follow(MethodNode method) {
    boolean understood = (method.access & Opcodes.ACC_STATIC) != 0;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode number && line == 0) {
        line = number.line;
      }
      understood = understood && follow(insn);
    }
    return understood;
  }

  private boolean follow(AbstractInsnNode insn) {
    if (insn.getOpcode() < 0) {
      return true; // a label, a line
    }
    if (insn instanceof VarInsnNode variable) {
      return push(variable(variable));
    }
    if (insn instanceof LdcInsnNode constant) {
      return push(constant.cst);
    }
    if (insn instanceof IntInsnNode constant && constant.getOpcode() != Opcodes.NEWARRAY) {
      return push(constant.operand);
    }
    if (insn instanceof TypeInsnNode type) {
      return type.getOpcode() == Opcodes.CHECKCAST
          || (type.getOpcode() == Opcodes.NEW && push(new Made(type.desc)));
    }
    if (insn instanceof FieldInsnNode field) {
      return field.getOpcode() == Opcodes.GETSTATIC && push(field.name);
    }
    if (insn instanceof MethodInsnNode invoked) {
      return invoke(invoked);
    }
    return insn instanceof InsnNode plain && plain(plain.getOpcode());
  }

  /** Captured values come first, and the parameter last. */
  private @Nullable Object variable(VarInsnNode variable) {
    if (variable.getOpcode() >= Opcodes.ISTORE) {
      return null;
    }
    Type[] types = Type.getArgumentTypes(form.getImplMethodSignature());
    int local = 0;
    for (int i = 0; i < types.length; i++) {
      if (local == variable.var) {
        return i < form.getCapturedArgCount() ? form.getCapturedArg(i) : SELF;
      }
      local += types[i].getSize();
    }
    return null;
  }

  private boolean push(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    stack.push(value);
    return true;
  }

  private boolean plain(int opcode) {
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return push(opcode - Opcodes.ICONST_0);
    }
    return switch (opcode) {
      case Opcodes.LCONST_0 -> push(0L);
      case Opcodes.LCONST_1 -> push(1L);
      case Opcodes.DUP -> push(stack.peek());
      case Opcodes.ACONST_NULL -> push("null");
      case Opcodes.POP, Opcodes.POP2 -> stack.poll() != null;
      case Opcodes.ARETURN, Opcodes.RETURN -> true;
      default -> false;
    };
  }

  private boolean invoke(MethodInsnNode invoked) {
    int count = Type.getArgumentTypes(invoked.desc).length;
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object argument = stack.poll();
      if (argument == null) {
        return false;
      }
      boolean truth = Type.getArgumentTypes(invoked.desc)[count - 1 - i].getSort() == Type.BOOLEAN;
      arguments.add(0, truth && argument instanceof Integer bit ? (Object) (bit != 0) : argument);
    }
    if (invoked.getOpcode() == Opcodes.INVOKESTATIC && isBoxing(invoked)) {
      return push(arguments.get(0));
    }
    Object on = invoked.getOpcode() == Opcodes.INVOKESTATIC ? SELF : stack.poll();
    if (invoked.name.equals("<init>")) {
      return on instanceof Made made && makes(made, arguments);
    }
    if (isBoxing(invoked)) {
      return push(on); // unboxed
    }
    arguments.removeIf(SELF::equals);
    if (!SELF.equals(on) || call != null || !arguments.stream().allMatch(LambdaText::isValue)) {
      return false;
    }
    call = new MethodCall(invoked.name, arguments);
    return invoked.desc.endsWith(")V") || push(ANSWER);
  }

  /** A constructor, once: of the object that is shared. */
  private boolean makes(Made made, List<Object> arguments) {
    if (stack.peek() instanceof Made) {
      stack.pop();
    }
    if (constructed != null || !arguments.stream().allMatch(LambdaText::isValue)) {
      return false;
    }
    constructed = new Constructed(made.type(), List.copyOf(arguments));
    return push(made);
  }

  private static boolean isBoxing(MethodInsnNode invoked) {
    return invoked.owner.startsWith("java/lang/")
        && (invoked.name.equals("valueOf") || invoked.name.endsWith("Value"));
  }

  private static boolean isValue(Object argument) {
    return argument instanceof Number
        || argument instanceof String
        || argument instanceof Boolean
        || argument instanceof Enum;
  }
}
