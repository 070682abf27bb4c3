package org.sabring.tla;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules of the law and the controls, as they lie on the class path. */
public final class LawModules {

  private static final Pattern EXTENDS = Pattern.compile("(?m)^EXTENDS (.+)$");
  private static final Pattern INSTANCE = Pattern.compile("INSTANCE (\\w+)");

  private static final List<String> FOLDERS =
      List.of("law/", "waiting/", "stream/", "weak/", "proof/", "controls/");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private LawModules() {}

  public static InputStream open(String file) throws IOException {
    InputStream stream = LawModules.class.getResourceAsStream(file);
    if (stream == null) {
      throw new FileNotFoundException(file + ": not among the resources of sabring-tla");
    }
    return stream;
  }

  /** What a data file beside the modules holds. */
  public static <T> T read(String file, TypeReference<T> type) {
    try (InputStream text = open(file)) {
      return JSON.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Copies a module, and every module of ours that it builds on, into a folder. */
  public static void copyTo(Path folder, String module) throws IOException {
    for (Map.Entry<String, String> entry : withImports(module).entrySet()) {
      try (InputStream from = open(entry.getValue())) {
        Path to = folder.resolve(entry.getKey() + ".tla");
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * A module, and every module of ours that it builds on.
   *
   * @throws UncheckedIOException if one cannot be read
   */
  public static Set<String> modules(String module) {
    try {
      return withImports(module).keySet();
    } catch (IOException e) {
      throw new UncheckedIOException(module, e);
    }
  }

  /** Module names and where they lie; the standard modules are TLC's own. */
  private static Map<String, String> withImports(String module) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    collect(module, found);
    return found;
  }

  private static void collect(String module, Map<String, String> found) throws IOException {
    String path = path(module);
    if (found.containsKey(module) || path.isEmpty()) {
      return;
    }
    found.put(module, path);
    String text = new String(open(path).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    Matcher imports = EXTENDS.matcher(text);
    while (imports.find()) {
      for (String name : imports.group(1).split(",", -1)) {
        collect(name.strip(), found);
      }
    }
    Matcher instances = INSTANCE.matcher(text);
    while (instances.find()) {
      collect(instances.group(1), found);
    }
  }

  private static String path(String module) {
    for (String folder : FOLDERS) {
      if (LawModules.class.getResource(folder + module + ".tla") != null) {
        return folder + module + ".tla";
      }
    }
    return "";
  }
}
