package org.sabring.tla.smt.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Both decisions of the claims of random modules, and where they do not agree. TLC decides at each
 * value of N; the translation at one of them, and for all.
 */
final class Verdicts implements AutoCloseable {

  /** The values that the modules assume of N. */
  private static final int LARGEST = 3;

  /** Of so many modules one is decided by both solvers, the others by Z3, which is faster. */
  private static final int BOTH = 4;

  private final Path folder;
  private final IsolatedTlc tlc = new IsolatedTlc();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param folder where the modules are written
   */
  Verdicts(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("Other.tla"), RandomModule.OTHER);
  }

  /** How often each pair of verdicts came up. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** What TLC says of every claim, at a value of N. */
  Map<String, String> tlc(RandomModule module, int n) throws IOException {
    write(module);
    for (String config : List.of("Init", "Universe")) {
      String text = "CONSTANT N = %d%nINIT %s%nNEXT Next%n".formatted(n, config);
      Files.writeString(folder.resolve(config + ".cfg"), text);
    }
    List<String> request = new ArrayList<>(List.of(folder.toString(), module.name()));
    String steps = module.looseSubscript() ? "Any " : "Next ";
    module.conjuncts().forEach(c -> request.addAll(List.of("Init " + c, steps + c)));
    module.promises().forEach(p -> request.add("Invariant " + p));
    if (!module.looseSubscript()) {
      module.properties().forEach(q -> request.add("Next " + q));
    }
    Map<String, String> verdicts = new LinkedHashMap<>();
    tlc.decide(request)
        .forEach((key, verdict) -> verdicts.put(key.replace("Any", "Next"), verdict));
    return verdicts;
  }

  /** What a translation says, at a value of N or, if it is nothing, for all that are assumed. */
  Map<String, String> smt(
      RandomModule module, String n, Function<List<String>, Map<String, String>> translation)
      throws IOException {
    write(module);
    return translation.apply(
        List.of(
            folder.toString(),
            module.name(),
            n,
            String.join(",", module.promises()),
            String.join(",", module.properties()),
            Math.floorMod(module.text().hashCode(), BOTH) == 0 ? "both" : "Z3"));
  }

  private void write(RandomModule module) throws IOException {
    Path file = folder.resolve(module.name() + ".tla");
    if (!Files.exists(file)) {
      Files.writeString(file, module.text());
    }
  }

  /**
   * Where they differ, each with the module; nothing if they agree. With a loose subscript TLC
   * takes steps within the universe alone, so that only what is proved can be wrong.
   */
  List<String> disagreements(
      RandomModule module, Function<List<String>, Map<String, String>> translation, boolean forAll)
      throws IOException {
    int n = Math.floorMod(module.text().hashCode(), LARGEST) + 1;
    Map<Integer, Map<String, String>> decided = new TreeMap<>();
    for (int i = 1; i <= LARGEST; i++) {
      if (i == n || forAll) {
        decided.put(i, tlc(module, i));
      }
    }
    List<String> differ = new ArrayList<>();
    differ.addAll(compare("N = " + n, smt(module, n + "", translation), List.of(decided.get(n))));
    if (forAll) {
      differ.addAll(
          compare("every N", smt(module, "", translation), List.copyOf(decided.values())));
    }
    return differ.stream()
        .filter(text -> !module.looseSubscript() || text.contains(": PROVED"))
        .map(text -> text + " in\n" + module.text())
        .toList();
  }

  /** What is proved must hold each time, what is refuted must be violated once. */
  List<String> compare(
      String where, Map<String, String> translated, List<Map<String, String>> decided) {
    if (translated.containsKey("REFUSED")) {
      counts.merge("refused", 1, Integer::sum);
      return List.of();
    }
    boolean vacuous = decided.stream().allMatch(e -> "true".equals(e.get(TlcVerdicts.VACUOUS)));
    counts.merge(vacuous ? "decided, without a step" : "decided, with steps", 1, Integer::sum);
    List<String> differ = new ArrayList<>();
    translated.forEach(
        (key, verdict) -> {
          List<String> tlc = decided.stream().map(each -> each.getOrDefault(key, "")).toList();
          counts.merge(verdict, 1, Integer::sum);
          boolean agrees =
              switch (verdict) {
                case "PROVED" -> tlc.stream().allMatch("HOLDS"::equals);
                case "REFUTED" -> tlc.contains("VIOLATED");
                case "DISPUTED" -> false;
                default -> true;
              };
          if (!agrees) {
            differ.add(where + ", " + key + ": " + verdict + ", but TLC: " + tlc);
          }
        });
    return differ;
  }

  @Override
  public void close() throws IOException {
    tlc.close();
  }
}
