package org.sabring.explore.code;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/** A builder of bytecode: of a whole method, or of instructions to be put into another one. */
final class Emit extends GeneratorAdapter {

  static final String HOOKS = "org/sabring/explore/hook/";
  static final String OBJECT = "java/lang/Object";
  static final String THROWABLE = "java/lang/Throwable";
  static final Type OBJECT_TYPE = Type.getObjectType(OBJECT);

  private static final Map<String, Type> WRAPPED =
      Map.of(
          "java/lang/Boolean", Type.BOOLEAN_TYPE,
          "java/lang/Character", Type.CHAR_TYPE,
          "java/lang/Byte", Type.BYTE_TYPE,
          "java/lang/Short", Type.SHORT_TYPE,
          "java/lang/Integer", Type.INT_TYPE,
          "java/lang/Float", Type.FLOAT_TYPE,
          "java/lang/Long", Type.LONG_TYPE,
          "java/lang/Double", Type.DOUBLE_TYPE);

  /** The descriptors of the hooks of a name. */
  private static final Map<String, List<String>> DESCRIPTORS = new ConcurrentHashMap<>();

  private final MethodNode method;

  Emit() {
    this(new MethodNode(Opcodes.ACC_STATIC, "some", "()V", null, null));
  }

  /** Those of a method, which has none yet. */
  Emit(MethodNode method) {
    super(Opcodes.ASM9, method, method.access, method.name, method.desc);
    this.method = method;
    method.maxLocals = firstLocal;
  }

  InsnList code() {
    return method.instructions;
  }

  static boolean isPrimitive(Type type) {
    return type.getSort() <= Type.DOUBLE && type.getSort() != Type.VOID;
  }

  static boolean isWrapper(String internalName) {
    return WRAPPED.containsKey(internalName);
  }

  /** Calls the only hook of that name: {@code Locks.enter}. */
  void hook(String name) {
    hook(name, "");
  }

  /** Calls the hook of that name; if there are more, the one with that descriptor. */
  void hook(String name, String desc) {
    List<String> all = DESCRIPTORS.computeIfAbsent(name, Emit::descriptors);
    int dot = name.indexOf('.');
    visitMethodInsn(
        Opcodes.INVOKESTATIC,
        HOOKS + name.substring(0, dot),
        name.substring(dot + 1),
        all.size() == 1 ? all.get(0) : desc,
        false);
  }

  private static List<String> descriptors(String name) {
    int dot = name.indexOf('.');
    try {
      Class<?> type = Class.forName(HOOKS.replace('/', '.') + name.substring(0, dot));
      List<String> all =
          Arrays.stream(type.getDeclaredMethods())
              .filter(hook -> hook.getName().equals(name.substring(dot + 1)))
              .filter(hook -> Modifier.isPublic(hook.getModifiers()))
              .map(Type::getMethodDescriptor)
              .toList();
      if (all.isEmpty()) {
        throw new IllegalArgumentException("no hook " + name);
      }
      return all;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** Nothing but the call of a hook. */
  static InsnList only(String hook) {
    Emit emit = new Emit();
    emit.hook(hook);
    return emit.code();
  }

  /** Tells the engine of the object on top of the stack, which stays there. */
  static InsnList born(String hook) {
    Emit emit = new Emit();
    emit.dup();
    emit.hook(hook);
    return emit.code();
  }

  /** Takes the slot as it is: a visit would give it another number. */
  void load(int slot, Type type) {
    mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
  }

  void store(int slot, Type type) {
    mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
  }

  void pushNull() {
    visitInsn(Opcodes.ACONST_NULL);
  }

  /** Drops a value. */
  void drop(Type type) {
    if (type.getSize() > 0) {
      visitInsn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  /** From a primitive value to the number that memory holds of it. */
  void toNumber(Type type) {
    switch (type.getSort()) {
      case Type.FLOAT -> {
        call("java/lang/Float", "floatToRawIntBits", "(F)I");
        cast(Type.INT_TYPE, Type.LONG_TYPE);
      }
      case Type.DOUBLE -> call("java/lang/Double", "doubleToRawLongBits", "(D)J");
      default -> cast(type, Type.LONG_TYPE);
    }
  }

  /** From the number that memory holds to a primitive value. */
  void fromNumber(Type type) {
    switch (type.getSort()) {
      case Type.FLOAT -> {
        cast(Type.LONG_TYPE, Type.INT_TYPE);
        call("java/lang/Float", "intBitsToFloat", "(I)F");
      }
      case Type.DOUBLE -> call("java/lang/Double", "longBitsToDouble", "(J)D");
      case Type.LONG -> {}
      default -> {
        cast(Type.LONG_TYPE, Type.INT_TYPE);
        cast(Type.INT_TYPE, type);
      }
    }
  }

  /** Calls a hook that gives what memory holds, and makes a value of that type of it. */
  void load(String hook, Type type) {
    if (isPrimitive(type)) {
      hook(hook);
      fromNumber(type);
    } else {
      hook(hook + "Reference");
      checkCast(type);
    }
  }

  /** Calls a static method of a class. */
  void call(String owner, String name, String desc) {
    visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, desc, false);
  }

  /** Replaces the arguments on the stack by one array that holds them. */
  void pack(Type[] arguments) {
    push(arguments.length);
    newArray(OBJECT_TYPE);
    for (int i = arguments.length - 1; i >= 0; i--) {
      if (arguments[i].getSize() == 2) {
        dupX2();
        dupX2();
        pop();
      } else {
        dupX1();
        swap();
      }
      valueOf(arguments[i]);
      push(i);
      swap();
      arrayStore(OBJECT_TYPE);
    }
  }

  /** One hook for many methods: the arguments go into an array, and the name tells which it is. */
  void callByName(String hook, String name, String desc) {
    pack(Type.getArgumentTypes(desc));
    push(name);
    hook(hook);
    Type result = Type.getReturnType(desc);
    if (result.getSort() == Type.VOID) {
      pop();
    } else {
      unbox(result);
    }
  }

  /** What a lambda does between the types of its interface and those of its body. */
  void convert(Type from, Type to) {
    if (to.getSort() == Type.VOID) {
      drop(from);
    } else if (isPrimitive(from)) {
      Type inner = isPrimitive(to) ? to : WRAPPED.getOrDefault(to.getInternalName(), from);
      cast(from, inner);
      if (!isPrimitive(to)) {
        valueOf(inner);
      }
    } else if (isPrimitive(to)) {
      Type inner = WRAPPED.getOrDefault(from.getInternalName(), to);
      unbox(inner);
      cast(inner, to);
    } else if (!from.equals(to)) {
      checkCast(to);
    }
  }
}
