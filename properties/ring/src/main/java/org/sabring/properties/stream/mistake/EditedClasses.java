package org.sabring.properties.stream.mistake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sabring.spec.mutant.Mutant.Edit;

/** Class files of a shipped source with one edit, for who loads them in a way of its own. */
public final class EditedClasses {

  private EditedClasses() {}

  /**
   * The class files, by the names of their classes.
   *
   * @throws IOException when the source or the compiler is missing, saying where it was expected
   * @throws IllegalArgumentException when the edit does not fit the source, or does not compile
   */
  public static Map<String, byte[]> of(Edit edit) throws IOException {
    return MemoryCompiler.compile(List.of(EditedSource.of(edit)));
  }
}
