package org.sabring.explore.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.sabring.explore.runtime.Fields;

/** Reads and writes of fields become calls of hooks, which get the number of the field. */
final class FieldRewriting {

  private final MethodSite site;
  private final CopiedClasses copies;

  FieldRewriting(MethodSite site, CopiedClasses copies) {
    this.site = site;
    this.copies = copies;
  }

  void rewrite(FieldInsnNode access) {
    String declaring = site.members.fieldOwner(access.owner, access.name);
    if (access.owner.equals(UnsafeRewriting.UNSAFE)) {
      InsnList code = UnsafeRewriting.constant(access);
      if (code != null) {
        site.replace(access, code);
      }
    } else if (Scope.isRewritten(declaring)) {
      switch (access.getOpcode()) {
        case Opcodes.GETFIELD -> read(access, declaring, "get", "Ljava/lang/Object;");
        case Opcodes.PUTFIELD -> write(access, declaring);
        case Opcodes.GETSTATIC -> {
          if (!site.members.isFinal(declaring, access.name)) {
            read(access, declaring, "getStatic", "");
          }
        }
        default -> writeStatic(access, declaring);
      }
    }
  }

  private int id(FieldInsnNode access, String declaring) {
    boolean isStatic =
        access.getOpcode() == Opcodes.GETSTATIC || access.getOpcode() == Opcodes.PUTSTATIC;
    return Fields.id(copies.map(declaring), access.name, access.desc, isStatic);
  }

  private void read(FieldInsnNode access, String declaring, String hook, String owner) {
    Type type = Type.getType(access.desc);
    char letter = Emit.letter(type);
    InsnList code = new InsnList();
    code.add(Emit.number(id(access, declaring)));
    code.add(Emit.hook(hook + letter, "(" + owner + "I)" + Emit.descriptor(letter)));
    if (letter == 'L') {
      code.add(Emit.cast(type.getInternalName()));
    }
    site.replace(access, code);
  }

  private void write(FieldInsnNode access, String declaring) {
    // Before the constructor above has run, no code but this one can have the object.
    if (!site.types.isUninitializedThis(access, Type.getType(access.desc).getSize())) {
      site.replace(access, put(access, declaring));
    }
  }

  /** Takes the object and the value from the stack. */
  InsnList put(FieldInsnNode access, String declaring) {
    char letter = Emit.letter(Type.getType(access.desc));
    InsnList code = new InsnList();
    code.add(Emit.number(id(access, declaring)));
    String desc = "(Ljava/lang/Object;" + Emit.descriptor(letter) + "I)V";
    code.add(Emit.hook("put" + letter, desc));
    return code;
  }

  private void writeStatic(FieldInsnNode access, String declaring) {
    char letter = Emit.letter(Type.getType(access.desc));
    if (!site.members.isFinal(declaring, access.name)) {
      InsnList code = new InsnList();
      code.add(Emit.number(id(access, declaring)));
      code.add(Emit.hook("putStatic" + letter, "(" + Emit.descriptor(letter) + "I)V"));
      site.replace(access, code);
    } else if (letter == 'L') {
      site.method.instructions.insertBefore(access, Emit.born("born"));
    }
  }
}
