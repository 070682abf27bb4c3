package org.sabring.explore.code;

import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A filter of classes: which are rewritten, and which come as they are from the loader above. */
final class RewritingScope {

  private static final Set<String> ENGINE =
      Set.of(
          "org/sabring/explore",
          "org/sabring/explore/code",
          "org/sabring/explore/hook",
          "org/sabring/explore/memory",
          "org/sabring/explore/runtime");

  /** Annotations and assertions: they hold no state that sides share. */
  private static final List<String> LIBRARIES =
      List.of("org/jspecify/", "org/junit/", "org/opentest4j/", "org/assertj/", "net/jqwik/");

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private RewritingScope() {}

  /** Takes the name that a class has in its file. */
  static boolean isRewritten(String internalName) {
    if (internalName.startsWith("[")) {
      return false;
    }
    if (CopiedClasses.isOfJdk(internalName)) {
      return CopiedClasses.isCopied(internalName);
    }
    return LIBRARIES.stream().noneMatch(internalName::startsWith) && !isEngine(internalName);
  }

  /** A test class in a package of the engine is a class under test, so the place decides. */
  static boolean isEngine(String internalName) {
    int end = internalName.lastIndexOf('/');
    if (end < 0 || !ENGINE.contains(internalName.substring(0, end))) {
      return false;
    }
    return KNOWN.computeIfAbsent(internalName, RewritingScope::isWhereWorldIs);
  }

  private static boolean isWhereWorldIs(String internalName) {
    CodeSource source = World.class.getProtectionDomain().getCodeSource();
    URL file = World.class.getClassLoader().getResource(internalName + ".class");
    return source != null
        && file != null
        && file.toString().contains(source.getLocation().toString());
  }
}
