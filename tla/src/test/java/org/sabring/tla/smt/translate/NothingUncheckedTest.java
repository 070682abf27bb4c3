package org.sabring.tla.smt.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.tla.LawModules;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;
import tla2sany.semantic.TheoremNode;

/**
 * The law says nothing that is not checked: every definition of every module takes part in what
 * some model, sweep or obligation checks, and every theorem is one of those checks.
 */
@Tag("any-jdk")
class NothingUncheckedTest {

  /** Where the modules lie; the test runs in the folder of this Maven module. */
  private static final List<String> FOLDERS =
      List.of("law", "waiting", "stream", "weak", "proof", "controls");

  /**
   * What one entry of the data files checks.
   *
   * @param holds whether it is expected to hold
   * @param module the root module
   * @param specification the formula of the behaviours
   * @param claims what is checked of them
   * @param others what else it uses
   */
  private record Entry(
      boolean holds, String module, String specification, Set<String> claims, Set<String> others) {}

  @TempDir private static Path folder;

  private static final Map<String, ModuleNode> MODULES = new LinkedHashMap<>();
  private static final List<Entry> ENTRIES = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    for (String module : modules()) {
      LawModules.copyTo(folder, module);
    }
    for (String module : modules()) {
      MODULES.put(module, Specification.read(folder, module).module());
    }
    for (String file : List.of("models.json", "weak.json", "proof.json")) {
      try (InputStream text = LawModules.open(file)) {
        entries(new ObjectMapper().readTree(text));
      }
    }
  }

  private static List<String> modules() throws IOException {
    List<String> modules = new ArrayList<>();
    for (String name : FOLDERS) {
      try (Stream<Path> files = Files.list(Path.of(name))) {
        files.map(file -> file.getFileName().toString().replace(".tla", "")).forEach(modules::add);
      }
    }
    return modules.stream().sorted().toList();
  }

  private static void entries(JsonNode node) {
    if (node.has("elements")) {
      entries(node.path("elements"));
    }
    if (node.has("module")) {
      ENTRIES.add(entry(node, Set.of()));
      entries(node.path("elements"));
    } else if (node.has("model")) {
      ENTRIES.add(entry(node.path("model"), Set.of(node.path("constraint").asText())));
    } else {
      node.forEach(NothingUncheckedTest::entries);
    }
  }

  private static Entry entry(JsonNode node, Set<String> constraint) {
    Set<String> claims = new TreeSet<>();
    for (String field : List.of("invariants", "properties", "promises")) {
      node.path(field).forEach(name -> claims.add(name.asText()));
    }
    if (node.has("invariant")) {
      claims.add(node.path("invariant").asText());
    }
    Set<String> others = new TreeSet<>(constraint);
    node.path("constraints").forEach(name -> others.add(name.asText()));
    node.path("replace").forEach(name -> others.add(name.asText()));
    node.path("replace").fieldNames().forEachRemaining(others::add);
    return new Entry(
        !node.path("expect").has("violates"),
        node.path("module").asText(),
        node.path("specification").asText(),
        claims,
        others);
  }

  @Test
  void everyDefinitionTakesPartInACheck() {
    assertThat(unused(ENTRIES)).isEmpty();
  }

  @Test
  void everyTheoremIsChecked() {
    assertThat(theorems(MODULES.values())).isNotEmpty();
    assertThat(unchecked(theorems(MODULES.values()), ENTRIES)).isEmpty();
  }

  @Test
  void control_anEntryThatIsTakenOutLeavesItsDefinitionsUnused() {
    List<Entry> fewer =
        ENTRIES.stream().filter(entry -> !entry.claims().contains("NoDataRaces")).toList();
    assertThat(unused(fewer)).contains("CursorRingPromises!NoDataRaces");
  }

  @Test
  void control_aTheoremThatOnlyAControlChecksIsSeen() {
    List<Entry> broken =
        ENTRIES.stream()
            .map(e -> new Entry(false, e.module(), e.specification(), e.claims(), e.others()))
            .toList();
    assertThat(unchecked(theorems(MODULES.values()), broken)).contains("Spec => NoDataRaces");
  }

  /** The definitions of our modules that nothing uses which those entries check. */
  private static Set<String> unused(List<Entry> entries) {
    Set<String> used = new HashSet<>();
    Set<SemanticNode> seen = new HashSet<>();
    for (Entry entry : entries) {
      Set<String> roots = new TreeSet<>(entry.claims());
      roots.addAll(entry.others());
      roots.add(entry.specification());
      ModuleNode module = MODULES.get(entry.module());
      assertThat(module).as(entry.module()).isNotNull();
      for (OpDefNode definition : module.getOpDefs()) {
        if (roots.contains(definition.getName().toString())) {
          use(definition, used, seen);
        }
      }
      Stream.of(module.getAssumptions()).forEach(assume -> walk(assume, used, seen));
    }
    Set<String> unused = new TreeSet<>();
    MODULES.forEach(
        (name, module) -> {
          for (OpDefNode definition : module.getOpDefs()) {
            if (nameOf(definition).startsWith(name + "!") && !used.contains(nameOf(definition))) {
              unused.add(nameOf(definition));
            }
          }
        });
    return unused;
  }

  private static void use(OpDefNode definition, Set<String> used, Set<SemanticNode> seen) {
    used.add(nameOf(definition));
    walk(definition.getBody(), used, seen);
  }

  private static void walk(SemanticNode node, Set<String> used, Set<SemanticNode> seen) {
    if (node == null || !seen.add(node)) {
      return;
    }
    if (node instanceof OpApplNode application) {
      SymbolNode operator = application.getOperator();
      if (operator instanceof OpDefNode definition && !Definitions.isBuiltIn(definition)) {
        use(definition, used, seen);
      }
    }
    if (node instanceof OpArgNode argument && argument.getOp() instanceof OpDefNode definition) {
      use(definition, used, seen);
    }
    SemanticNode[] children = node.getChildren();
    if (children != null) {
      for (SemanticNode child : children) {
        walk(child, used, seen);
      }
    }
  }

  /** The module that a definition stands in, and its name there. */
  private static String nameOf(OpDefNode definition) {
    OpDefNode source = definition.getSource() == null ? definition : definition.getSource();
    String module = source.getOriginallyDefinedInModuleNode().getName().toString();
    return module + "!" + source.getName();
  }

  /** Each theorem, split into one claim a line: {@code Spec => NoDataRaces}. */
  private static Set<String> theorems(Iterable<ModuleNode> modules) {
    Set<String> theorems = new TreeSet<>();
    for (ModuleNode module : modules) {
      for (TheoremNode theorem : module.getTheorems()) {
        SemanticNode[] sides = theorem.getTheorem().getChildren();
        String behaviours = names(sides[0]).iterator().next();
        names(sides[1]).forEach(claim -> theorems.add(behaviours + " => " + claim));
      }
    }
    return theorems;
  }

  private static Set<String> names(SemanticNode node) {
    Set<String> names = new TreeSet<>();
    if (node instanceof OpApplNode application
        && application.getOperator() instanceof OpDefNode definition
        && !Definitions.isBuiltIn(definition)) {
      names.add(definition.getName().toString());
      return names;
    }
    if (node.getChildren() != null) {
      for (SemanticNode child : node.getChildren()) {
        names.addAll(names(child));
      }
    }
    return names;
  }

  private static Set<String> unchecked(Set<String> theorems, List<Entry> entries) {
    Set<String> unchecked = new TreeSet<>(theorems);
    for (Entry entry : entries) {
      if (entry.holds()) {
        entry.claims().forEach(claim -> unchecked.remove(entry.specification() + " => " + claim));
      }
    }
    return unchecked;
  }
}
