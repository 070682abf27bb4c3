package org.sabring.spec.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sabring.spec.catalog.Mutant.Edit;

/**
 * Class files of shipped sources with edits in them, compiled in memory: what a mutant is to every
 * layer that runs code. Any thread may use it; nothing is written.
 */
public final class EditedClasses {

  private EditedClasses() {}

  /**
   * The class files of the edited sources, by the names of their classes. Edits of one source are
   * made one after the other.
   *
   * @param beside a class of the module that the sources belong to: they are compiled beside it;
   *     and one of each library that they need
   * @throws IOException when a source or the compiler is missing, saying where it was expected
   * @throws IllegalArgumentException when an edit does not fit its source, or does not compile
   */
  public static Map<String, byte[]> of(List<Edit> edits, Class<?>... beside) throws IOException {
    Map<String, EditedSource> sources = new LinkedHashMap<>();
    for (Edit edit : edits) {
      EditedSource before = sources.get(edit.in());
      sources.put(
          edit.in(), (before == null ? EditedSource.shipped(edit.in()) : before).with(edit));
    }
    return sources.isEmpty()
        ? Map.of()
        : MemoryCompiler.compile(List.copyOf(sources.values()), beside);
  }

  /**
   * The class files of all sources of a folder, as they are shipped: the control of this class.
   * What finds something wrong with these finds the way, and not a mistake.
   *
   * @param folder as a path from the root of the repository
   * @param beside as in {@link #of}
   * @throws IOException as in {@link #of}
   */
  public static Map<String, byte[]> unedited(String folder, Class<?>... beside) throws IOException {
    List<EditedSource> sources = new ArrayList<>();
    for (String file : EditedSource.filesIn(folder)) {
      sources.add(EditedSource.shipped(file));
    }
    return MemoryCompiler.compile(sources, beside);
  }
}
