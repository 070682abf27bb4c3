package org.sabring.tla.smt.translate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.AssumeNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SymbolNode;
import util.ToolIO;
import util.UniqueString;

/**
 * A module and all that it extends, as SANY, the parser of TLC, reads it. Definitions may be
 * replaced by others, as the configuration of a model replaces them: so a control is proved wrong
 * from the very text that TLC refutes.
 */
public final class Specification {

  private static final int STATE_LEVEL = 1;

  private final ModuleNode module;
  private final Map<SymbolNode, OpDefNode> replaced = new HashMap<>();

  private Specification(ModuleNode module) {
    this.module = module;
  }

  /**
   * Reads a module.
   *
   * @param folder where the module lies, and all that it extends but the standard modules
   * @throws IOException if SANY finds a mistake; the message is SANY's
   */
  public static Specification read(Path folder, String module) throws IOException {
    synchronized (Specification.class) { // SANY keeps static state
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      SpecObj parsed = new SpecObj(module, new Modules(folder));
      PrintStream out = ToolIO.out;
      try {
        ToolIO.out = new PrintStream(said, true, StandardCharsets.UTF_8);
        SANY.frontEndMain(parsed, module, ToolIO.out);
      } catch (FrontEndException e) {
        throw new IOException(module + ": " + said.toString(StandardCharsets.UTF_8), e);
      } finally {
        ToolIO.out = out;
      }
      ModuleNode root =
          parsed.getExternalModuleTable().getModuleNode(UniqueString.uniqueStringOf(module));
      if (root == null || parsed.getErrorLevel() > 0) {
        throw new IOException(module + ": " + said.toString(StandardCharsets.UTF_8));
      }
      return new Specification(root);
    }
  }

  /** The same with definitions replaced by others, by their names. */
  public Specification replacing(Map<String, String> replacements) {
    Specification other = new Specification(module);
    replacements.forEach((name, by) -> other.replaced.put(definition(name), definition(by)));
    return other;
  }

  ModuleNode module() {
    return module;
  }

  String name() {
    return module.getName().toString();
  }

  /** What stands where that symbol stands: its replacement, if it has one. */
  SymbolNode resolve(SymbolNode symbol) {
    OpDefNode other = replaced.get(symbol);
    return other == null ? symbol : other;
  }

  /** The definition of that name, before any replacement. */
  OpDefNode definition(String name) {
    OpDefNode definition = module.getOpDef(UniqueString.uniqueStringOf(name));
    if (definition == null) {
      throw new IllegalArgumentException("no definition " + name + " in module " + name());
    }
    return definition;
  }

  /** The right side of the definition of that name. */
  public ExprNode body(String name) {
    OpDefNode definition = definition(name);
    return replaced.getOrDefault(definition, definition).getBody();
  }

  /**
   * The right side of the definition of that name, which says something of a state alone.
   *
   * @throws OutsideFragment if it is about steps or behaviours
   */
  public ExprNode predicate(String name) {
    ExprNode body = body(name);
    if (body.getLevel() > STATE_LEVEL) {
      throw new OutsideFragment(name + " about more than a state, expected no primes,", body);
    }
    return body;
  }

  /** All declared variables. */
  public List<OpDeclNode> variables() {
    return Arrays.stream(module.getVariableDecls())
        .sorted((a, b) -> Integer.compare(a.getUid(), b.getUid()))
        .toList();
  }

  /** All declared constants. */
  public List<OpDeclNode> constants() {
    return Arrays.stream(module.getConstantDecls())
        .sorted((a, b) -> Integer.compare(a.getUid(), b.getUid()))
        .toList();
  }

  /** What the modules assume of their constants. */
  public List<ExprNode> assumptions() {
    return Arrays.stream(module.getAssumptions()).map(AssumeNode::getAssume).toList();
  }
}
