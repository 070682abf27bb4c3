package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sabring.tla.smt.translate.Definitions;
import org.sabring.tla.smt.translate.Environment;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Specification;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;

/**
 * A promise that something good comes, {@code start ~> good}, and the ranking that proves it, as
 * {@code Ranking.tla} explains: by two sides, or by events as well. Solvers prove the two formulas
 * of the ranking; here it is seen to that these are about that promise, that both sides are weakly
 * fair and the events strongly, and that each of them can be taken where the ranking says so. What
 * does not fit together is {@link OutsideFragment}.
 */
final class RankedProperty {

  /** The arguments of {@code Ranked} and of {@code RankedByEvents}. */
  private static final int START = 0;

  private static final int GOOD = 1;

  /** The last two arguments of all four are the sides. */
  private static final int SIDES = 2;

  private static final String FORALL = "$BoundedForall";

  private final Specification specification;
  private final Claim claim;
  private final Claim.Ranking ranking;

  private RankedProperty(Specification specification, Claim claim, Claim.Ranking ranking) {
    this.specification = specification;
    this.claim = claim;
    this.ranking = ranking;
  }

  /** Sees to it that the ranking is one of the promise. */
  static void check(Specification specification, Claim claim, Claim.Ranking ranking) {
    new RankedProperty(specification, claim, ranking).check();
  }

  private void check() {
    OpApplNode promise = application(specification.body(ranking.property()));
    OpApplNode states = application(specification.body(ranking.states()));
    OpApplNode always = named(specification.body(ranking.steps()), "[]");
    OpApplNode square = named(always.getArgs()[0], "$SquareAct");
    OpApplNode steps = application(square.getArgs()[0]);
    if (isNamed(promise, FORALL)) {
      need(sameBound(promise, states) && sameBound(promise, steps), "other bounds", states);
      promise = application(promise.getArgs()[0]);
      states = application(states.getArgs()[0]);
      steps = application(steps.getArgs()[0]);
    }
    boolean byEvents = isNamed(states, "RankedByEvents");
    SemanticNode[] leads = named(promise, "~>").getArgs();
    SemanticNode[] ranked = named(states, byEvents ? "RankedByEvents" : "Ranked").getArgs();
    SemanticNode[] nearer = named(steps, byEvents ? "NearerByEvents" : "ComesNearer").getArgs();
    need(same(leads[0], ranked[START]), "another start", states);
    need(same(leads[1], ranked[GOOD]), "another good thing", states);
    int abilities = ranked.length - SIDES;
    for (int i = GOOD; i < abilities; i++) { // good, pending, rank, turn; busy and eventCan
      need(same(ranked[i], nearer[i - 1]), "two rankings", steps);
    }
    Fairness fair = fairness();
    for (int side = 0; side < SIDES; side++) {
      SemanticNode action = nearer[nearer.length - SIDES + side];
      need(fair.isWeak(action), "a side that is not fair", action);
      need(isAble(ranked[abilities + side], action), "a side that may be stuck", action);
    }
    if (byEvents) {
      SemanticNode event = nearer[nearer.length - SIDES - 1];
      need(isStrong(fair, event), "an event that is not strongly fair", event);
      need(isAble(ranked[abilities - 1], event), "an event that may not happen", event);
    }
  }

  /** What is assumed to be fair of the behaviours of the claim, and of no others. */
  private Fairness fairness() {
    Fairness ofTheClaim = new Fairness();
    collect(specification.body(claim.specification()), ofTheClaim);
    if (ranking.specification() == null) {
      return ofTheClaim;
    }
    ExprNode formula = specification.body(ranking.specification());
    Fairness other = new Fairness();
    collect(formula, other);
    boolean sameBehaviours = other.behaviours().size() == ofTheClaim.behaviours().size();
    for (int i = 0; sameBehaviours && i < other.behaviours().size(); i++) {
      sameBehaviours = same(other.behaviours().get(i), ofTheClaim.behaviours().get(i));
    }
    need(sameBehaviours, "other behaviours", formula);
    return other;
  }

  /**
   * Takes a specification apart.
   *
   * @param behaviours what it says besides of fairness
   * @param weak the actions that are weakly fair, whichever variable they change
   * @param strong those that are strongly fair
   */
  private record Fairness(
      List<SemanticNode> behaviours, List<SemanticNode> weak, List<SemanticNode> strong) {

    Fairness() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** What is strongly fair is weakly fair. */
    boolean isWeak(SemanticNode action) {
      return weak.stream().anyMatch(other -> same(other, action)) || isStrong(action);
    }

    boolean isStrong(SemanticNode action) {
      return strong.stream().anyMatch(other -> same(other, action));
    }
  }

  private void collect(SemanticNode formula, Fairness fair) {
    OpApplNode node = application(formula);
    if (isNamed(node, "$ConjList") || isNamed(node, "\\land")) {
      for (SemanticNode part : node.getArgs()) {
        collect(part, fair);
      }
    } else if (!isNamed(node, "$WF") && !isNamed(node, "$SF")) {
      fair.behaviours().add(node);
    } else if (isWhole(node.getArgs()[0])) {
      (isNamed(node, "$WF") ? fair.weak() : fair.strong()).add(node.getArgs()[1]);
    }
  }

  /** Strong fairness of some actions is strong fairness of their disjunction; weak is not. */
  private boolean isStrong(Fairness fair, SemanticNode action) {
    OpApplNode node = application(action);
    if (fair.isStrong(node)) {
      return true;
    } else if (isNamed(node, "$DisjList") || isNamed(node, "\\lor")) {
      return Stream.of(node.getArgs()).allMatch(part -> isStrong(fair, part));
    }
    return node.getOperator() instanceof OpDefNode definition
        && !Definitions.isBuiltIn(definition)
        && definition.getArity() == 0
        && isStrong(fair, specification.body(definition.getName().toString()));
  }

  /** Whether a promise of the claim says that a step of it can be taken where the state is able. */
  private boolean isAble(SemanticNode able, SemanticNode action) {
    for (String promise : claim.promises()) {
      if (specification.body(promise) instanceof OpApplNode says
          && isNamed(says, "=>")
          && same(says.getArgs()[0], able)
          && says.getArgs()[1] instanceof OpApplNode enabled
          && isNamed(enabled, "ENABLED")
          && enabled.getArgs()[0] instanceof OpApplNode step
          && isNamed(step, "$AngleAct")
          && isWhole(step.getArgs()[1])
          && same(step.getArgs()[0], action)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a subscript names all variables. */
  private boolean isWhole(SemanticNode subscript) {
    Set<OpDeclNode> named = Definitions.variables(subscript, Environment.TOP, specification);
    return named != null && named.containsAll(specification.variables());
  }

  private static boolean sameBound(OpApplNode left, OpApplNode right) {
    return isNamed(right, FORALL)
        && left.getBdedQuantBounds().length == 1
        && right.getBdedQuantBounds().length == 1
        && left.getBdedQuantSymbolLists()[0].length == 1
        && right.getBdedQuantSymbolLists()[0].length == 1
        && symbol(left).equals(symbol(right))
        && same(left.getBdedQuantBounds()[0], right.getBdedQuantBounds()[0]);
  }

  private static String symbol(OpApplNode quantified) {
    return quantified.getBdedQuantSymbolLists()[0][0].getName().toString();
  }

  /** Whether two expressions say the same, word for word. */
  private static boolean same(SemanticNode left, SemanticNode right) {
    if (left instanceof NumeralNode a && right instanceof NumeralNode b) {
      return a.val() == b.val();
    } else if (left instanceof StringNode a && right instanceof StringNode b) {
      return a.getRep().equals(b.getRep());
    } else if (!(left instanceof OpApplNode a)
        || !(right instanceof OpApplNode b)
        || !a.getOperator().getName().equals(b.getOperator().getName())
        || a.getArgs().length != b.getArgs().length
        || a.getBdedQuantSymbolLists() != null) {
      return false;
    } else {
      for (int i = 0; i < a.getArgs().length; i++) {
        if (!same(a.getArgs()[i], b.getArgs()[i])) {
          return false;
        }
      }
      return true;
    }
  }

  private static OpApplNode application(SemanticNode node) {
    if (node instanceof OpApplNode application) {
      return application;
    }
    throw new OutsideFragment("what is no application", node);
  }

  private static OpApplNode named(SemanticNode node, String operator) {
    OpApplNode application = application(node);
    need(isNamed(application, operator), "not " + operator, node);
    return application;
  }

  private static boolean isNamed(OpApplNode node, String operator) {
    return node.getOperator().getName().toString().equals(operator);
  }

  private static void need(boolean fits, String fault, SemanticNode node) {
    if (!fits) {
      throw new OutsideFragment("a ranking with " + fault, node);
    }
  }
}
