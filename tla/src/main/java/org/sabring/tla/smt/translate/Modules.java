package org.sabring.tla.smt.translate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tla2sany.drivers.SANY;
import util.FilenameToStream;

/**
 * The resolver of module names for SANY: it finds the modules of one folder; the standard modules
 * are copied there from its archive.
 */
record Modules(Path folder) implements FilenameToStream {

  @Override
  public File resolve(String name, boolean isModule) {
    Path file = folder.resolve(name.endsWith(".tla") ? name : name + ".tla");
    try (InputStream text = standard(name)) {
      if (text != null && !Files.exists(file)) {
        Files.copy(text, file);
      } else if (text != null && !Arrays.equals(text.readAllBytes(), Files.readAllBytes(file))) {
        throw new IOException(file + " has the name of a standard module, expected another name");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return new TLAFile(file.toString(), isStandardModule(name), this);
  }

  private static @Nullable InputStream standard(String name) {
    String file = name.endsWith(".tla") ? name : name + ".tla";
    return SANY.class.getResourceAsStream("/tla2sany/StandardModules/" + file);
  }

  @Override
  public String getFullPath() {
    return folder.toString();
  }

  @Override
  public boolean isStandardModule(String name) {
    try (InputStream text = standard(name)) {
      return text != null;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
