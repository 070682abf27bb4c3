package org.sabring.tla.smt.differential;

import com.microsoft.z3.Context;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Interleaving;
import org.sabring.tla.smt.ProofLayer;
import org.sabring.tla.smt.SmtVerdicts;
import tla2sany.semantic.ModuleNode;

/**
 * The translation with edits in its sources: a class loader that has its own of all its classes.
 */
final class EditedTranslation extends ClassLoader {

  private static final String PACKAGE = "org.sabring.tla.smt.";

  private final Map<String, byte[]> edited;

  private EditedTranslation(Map<String, byte[]> edited) {
    super(EditedTranslation.class.getClassLoader());
    this.edited = edited;
  }

  /** What decides claims by the translation with these edits. */
  static Function<List<String>, Map<String, String>> of(List<Edit> edits) throws IOException {
    return verdicts(
        new EditedTranslation(
            EditedClasses.of(
                edits,
                ProofLayer.class,
                ModuleNode.class,
                Bounds.class,
                Interleaving.class,
                SMTInterpol.class,
                Context.class)));
  }

  @SuppressWarnings("unchecked") // SmtVerdicts says so
  private static Function<List<String>, Map<String, String>> verdicts(ClassLoader loader) {
    try {
      return (Function<List<String>, Map<String, String>>)
          loader.loadClass(SmtVerdicts.class.getName()).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> own = findLoadedClass(name);
      if (own == null && name.startsWith(PACKAGE)) {
        byte[] bytes = bytes(name);
        own = defineClass(name, bytes, 0, bytes.length);
      }
      return own == null ? super.loadClass(name, resolve) : own;
    }
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    byte[] bytes = edited.get(name);
    if (bytes != null) {
      return bytes;
    }
    try (InputStream shipped = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (shipped == null) {
        throw new ClassNotFoundException(name);
      }
      return shipped.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
