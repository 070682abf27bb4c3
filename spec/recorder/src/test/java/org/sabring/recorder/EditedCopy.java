package org.sabring.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A copy of a library in memory, with one instruction of one method replaced by another. */
final class EditedCopy extends ClassLoader {

  /**
   * The edit.
   *
   * @param type the class, of whose package all is copied
   * @param method the method, by its name and descriptor
   * @param from the instruction, by its opcode
   * @param to what stands there instead
   */
  record Edit(String type, String method, int from, int to) {}

  private final Edit edit;
  private boolean done;

  EditedCopy(Edit edit) {
    super(EditedCopy.class.getClassLoader());
    this.edit = edit;
  }

  /** Whether the class was loaded, and the instruction stood there. */
  boolean isDone() {
    return done;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean copied =
        name.startsWith(edit.type.substring(0, edit.type.lastIndexOf('.')))
            || name.startsWith(DisruptorQueue.class.getName());
    if (!copied) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassReader read = new ClassReader(in);
      ClassWriter written = new ClassWriter(0);
      read.accept(name.equals(edit.type) ? new Editor(written) : written, 0);
      byte[] bytes = written.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Editor extends ClassVisitor {
    Editor(ClassVisitor written) {
      super(Opcodes.ASM9, written);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      boolean edited = edit.method.equals(name + descriptor);
      return !edited
          ? method
          : new MethodVisitor(Opcodes.ASM9, method) {
            @Override
            public void visitInsn(int opcode) {
              done |= opcode == edit.from;
              super.visitInsn(opcode == edit.from ? edit.to : opcode);
            }
          };
    }
  }
}
