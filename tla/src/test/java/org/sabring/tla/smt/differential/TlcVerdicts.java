package org.sabring.tla.smt.differential;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.EvalControl;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;
import util.SimpleFilenameToStream;
import util.ToolIO;
import util.UniqueString;

/**
 * TLC's decision of claims: it lists the states of a small universe and the first states, takes
 * every step from them, and evaluates what is claimed. Nothing here knows of the translation. Only
 * to be made in a class loader of its own, for TLC keeps static state.
 */
public final class TlcVerdicts implements Function<List<String>, Map<String, String>> {

  /** The key of an answer that is no verdict: whether no step was found. */
  static final String VACUOUS = "vacuous";

  private static final PrintStream SILENT =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  /** What is asked of a claim. */
  private interface Question {
    void ask() throws NotSo;
  }

  private static final class NotSo extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * Decides the claims of a module, each by its key: {@code HOLDS}, {@code VIOLATED}, or what TLC
   * said when it could not evaluate it.
   *
   * @param request the folder of the module, its name, and the keys: {@code Init C}, {@code Next C}
   *     for a conjunct, {@code Invariant P} for a promise, {@code Next Q} for a property whose
   *     relation is defined as {@code Relation_Q}; {@code Any C} for a conjunct after any pair of
   *     states that the relation of the specification allows
   */
  @Override
  public Map<String, String> apply(List<String> request) {
    ToolIO.setMode(ToolIO.TOOL);
    ToolIO.out = SILENT;
    ToolIO.err = SILENT;
    Map<String, String> verdicts = new LinkedHashMap<>();
    List<String> keys = request.subList(2, request.size());
    Tool first = tool(request, "Init");
    decide(keys, "Init ", verdicts, key -> () -> initially(first, key));
    Tool any = tool(request, "Universe");
    List<TLCState> states = new ArrayList<>();
    String error = said(() -> states.addAll(satisfying(any)));
    if (!error.equals("HOLDS")) {
      decide(keys, "", verdicts, key -> () -> fail(error));
      return verdicts;
    }
    decide(keys, "Invariant ", verdicts, key -> () -> always(any, states, key));
    List<TLCState[]> steps = new ArrayList<>();
    String stuck = said(() -> steps.addAll(steps(any, states)));
    verdicts.put(VACUOUS, Boolean.toString(steps.isEmpty()));
    decide(keys, "Next ", verdicts, key -> () -> stepwise(any, steps, stuck, key));
    decide(keys, "Any ", verdicts, key -> () -> pairs(any, states, key));
    return verdicts;
  }

  private static Tool tool(List<String> request, String config) {
    Path folder = Path.of(request.get(0));
    return new FastTool("", request.get(1), config, new SimpleFilenameToStream(folder.toString()));
  }

  private static void decide(
      List<String> keys,
      String prefix,
      Map<String, String> verdicts,
      Function<String, Question> question) {
    for (String key : keys) {
      if (key.startsWith(prefix) && !verdicts.containsKey(key)) {
        verdicts.put(key, said(question.apply(key.substring(prefix.length()))));
      }
    }
  }

  private static String said(Question question) {
    try {
      question.ask();
      return "HOLDS";
    } catch (NotSo e) {
      return "VIOLATED";
    } catch (RuntimeException | StackOverflowError e) {
      return "ERROR " + e;
    }
  }

  private static void fail(String error) {
    throw new IllegalStateException(error);
  }

  private static void initially(Tool tool, String name) throws NotSo {
    StateVec states = tool.getInitStates();
    for (int i = 0; i < states.size(); i++) {
      require(tool, name, states.elementAt(i), TLCState.Empty);
    }
  }

  private static List<TLCState> satisfying(Tool tool) throws NotSo {
    StateVec all = tool.getInitStates();
    List<TLCState> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (holds(tool, "Invariant", all.elementAt(i), TLCState.Empty)) {
        some.add(all.elementAt(i));
      }
    }
    return some;
  }

  private static void always(Tool tool, List<TLCState> states, String name) throws NotSo {
    for (TLCState state : states) {
      require(tool, name, state, TLCState.Empty);
    }
  }

  private static List<TLCState[]> steps(Tool tool, List<TLCState> states) {
    List<TLCState[]> steps = new ArrayList<>();
    for (TLCState state : states) {
      for (Action action : tool.getActions()) {
        StateVec next = tool.getNextStates(action, state);
        for (int i = 0; i < next.size(); i++) {
          if (!next.elementAt(i).allAssigned()) {
            fail("not assigned: " + next.elementAt(i).getUnassigned());
          }
          steps.add(new TLCState[] {state, next.elementAt(i)});
        }
      }
    }
    return steps;
  }

  private static void stepwise(Tool tool, List<TLCState[]> steps, String error, String name)
      throws NotSo {
    if (!error.equals("HOLDS")) {
      fail(error);
    }
    for (TLCState[] step : steps) {
      if (name.startsWith("Q")) {
        require(tool, "Relation_" + name, step[0], step[1]);
      } else {
        require(tool, name, step[1], TLCState.Empty);
      }
    }
  }

  private static void pairs(Tool tool, List<TLCState> states, String name) throws NotSo {
    StateVec all = tool.getInitStates();
    for (TLCState state : states) {
      for (int i = 0; i < all.size(); i++) {
        if (holds(tool, "Relation", state, all.elementAt(i))) {
          require(tool, name, all.elementAt(i), TLCState.Empty);
        }
      }
    }
  }

  private static void require(Tool tool, String name, TLCState now, TLCState next) throws NotSo {
    if (!holds(tool, name, now, next)) {
      throw new NotSo();
    }
  }

  private static boolean holds(Tool tool, String name, TLCState now, TLCState next) {
    OpDefNode definition = tool.getRootModule().getOpDef(UniqueString.uniqueStringOf(name));
    SemanticNode body = definition.getBody();
    return ((BoolValue) tool.eval(body, Context.Empty, now, next, EvalControl.Clear)).getVal();
  }
}
