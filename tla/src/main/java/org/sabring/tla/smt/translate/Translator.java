package org.sabring.tla.smt.translate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sabring.tla.smt.translate.Environment.Binding;
import org.sabring.tla.smt.translate.Environment.Delayed;
import org.sabring.tla.smt.translate.Environment.Known;
import org.sabring.tla.smt.translate.Term.Numeral;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Term.Text;
import org.sabring.tla.smt.translate.Value.Scalar;
import org.sabring.tla.smt.translate.Value.Tuple;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/**
 * The translator of expressions of TLA+ to terms, exactly: what it cannot translate is {@link
 * OutsideFragment}, never something close to it. Parameters are translated where they are used, as
 * TLA+ means them: {@code Cursor(write)'} is the cursor of the next WRITE.
 *
 * <p>Where TLA+ leaves a value unspecified (a function outside its domain, CASE without a guard
 * that holds), the term is arbitrary, and {@link #conditions()} gets what must be proved for it not
 * to matter.
 */
public final class Translator {

  private final Specification specification;
  private final Map<OpDeclNode, Value> constants = new HashMap<>();
  private final Variables variables;
  private final List<Term> conditions = new ArrayList<>();
  private final Logic logic = new Logic(this);
  private final Sets sets = new Sets(this);
  private final Mappings mappings = new Mappings(this);
  private final SequenceOperators sequences = new SequenceOperators(this);

  /**
   * @param values of the constants, by their names
   */
  public Translator(Specification specification, Map<String, Value> values, Variables variables) {
    this.specification = specification;
    this.variables = variables;
    for (OpDeclNode constant : specification.constants()) {
      Value value = values.get(constant.getName().toString());
      if (value != null) {
        constants.put(constant, value);
      }
    }
  }

  Specification specification() {
    return specification;
  }

  /** What must hold so that no unspecified value matters; each is a closed formula. */
  public List<Term> conditions() {
    return conditions;
  }

  void require(Term condition, Environment scope) {
    for (Term part : Terms.conjuncts(condition)) {
      Term closed = scope.knows(part) ? Smt.TRUE : scope.close(part);
      if (!closed.equals(Smt.TRUE) && !conditions.contains(closed)) {
        conditions.add(closed);
      }
    }
  }

  public Term formula(SemanticNode node, Environment scope) {
    return scalar(node, scope, Sort.BOOLEAN);
  }

  /**
   * That a variable has the same value in the next state.
   *
   * @param node what asks for it, in messages
   */
  public Term unchanged(OpDeclNode variable, OpApplNode node) {
    Value now = variables.value(variable, false);
    Value next = variables.value(variable, true);
    if (now == null || next == null) {
      throw new OutsideFragment(variable.getName() + " without a value", node);
    }
    return logic.equal(next, now, node, Environment.TOP);
  }

  Term number(SemanticNode node, Environment scope) {
    return scalar(node, scope, Sort.INTEGER);
  }

  private Term scalar(SemanticNode node, Environment scope, Sort sort) {
    Term term = term(node, scope);
    if (term.sort() != sort) {
      throw new OutsideFragment(term.sort() + " where " + sort + " is expected", node);
    }
    return term;
  }

  Term term(SemanticNode node, Environment scope) {
    if (value(node, scope) instanceof Scalar scalar) {
      return scalar.term();
    }
    throw new OutsideFragment("a function, tuple, record or set as an operand here", node);
  }

  Value value(SemanticNode node, Environment scope) {
    if (node instanceof NumeralNode numeral) {
      BigInteger big = numeral.bigVal();
      return new Scalar(big == null ? Smt.number(numeral.val()) : new Numeral(big));
    } else if (node instanceof StringNode string) {
      return new Scalar(new Text(string.getRep().toString()));
    } else if (node instanceof LetInNode let) {
      return value(let.getBody(), scope);
    } else if (node instanceof SubstInNode instance) {
      return value(instance.getBody(), Definitions.substituting(instance, scope));
    } else if (node instanceof AtNode) {
      return mappings.replaced(node, scope);
    } else if (node instanceof OpApplNode application) {
      return application(application, scope);
    }
    throw new OutsideFragment(node.getClass().getSimpleName(), node);
  }

  private Value application(OpApplNode node, Environment scope) {
    SymbolNode operator = specification.resolve(node.getOperator());
    Binding binding = scope.bindings().get(operator);
    if (binding instanceof Known known) {
      return known.value();
    } else if (binding instanceof Delayed delayed) {
      Environment origin = scope.entering(delayed.scope());
      return value(delayed.expression(), origin);
    } else if (operator instanceof OpDeclNode declaration) {
      return declared(declaration, node, scope);
    } else if (operator instanceof OpDefNode definition) {
      return Definitions.isBuiltIn(definition)
          ? builtIn(definition.getName().toString(), node, scope)
          : value(definition.getBody(), Definitions.calling(definition, node, scope));
    }
    throw new OutsideFragment("operator " + operator.getName(), node);
  }

  private Value declared(OpDeclNode declaration, OpApplNode node, Environment scope) {
    boolean variable = declaration.getKind() == ASTConstants.VariableDeclKind;
    Value value =
        variable ? variables.value(declaration, scope.primed()) : constants.get(declaration);
    if (value == null) {
      throw new OutsideFragment(declaration.getName() + " without a value", node);
    }
    if (variable && scope.primed() && !scope.isGiven(declaration)) {
      throw new OutsideFragment(
          "the next value of "
              + declaration.getName()
              + " before the action gives it one, expected "
              + declaration.getName()
              + "' = ... to the left of it,",
          node);
    }
    return value;
  }

  private Value builtIn(String operator, OpApplNode node, Environment scope) {
    ExprOrOpArgNode[] arguments = node.getArgs();
    return switch (operator) {
      case "'" -> value(arguments[0], scope.nextState());
      case "$Tuple" -> new Tuple(values(arguments, scope));
      case "$RcdConstructor" -> mappings.record(arguments, scope);
      case "$RcdSelect" -> mappings.field(node, scope);
      case "$IfThenElse" -> logic.ifThenElse(node, scope);
      case "$Case" -> logic.cases(node, scope);
      case "$FcnApply" -> mappings.apply(node, scope);
      case "$Except" -> mappings.except(node, scope);
      case "$FcnConstructor" -> mappings.constructor(node, scope);
      default -> {
        Value set = sets.set(operator, node, scope);
        if (set != null) {
          yield set;
        }
        Value sequence = sequences.value(operator, node, scope);
        if (sequence != null) {
          yield sequence;
        }
        Term number = Arithmetic.term(operator, node, scope, this);
        yield new Scalar(number != null ? number : logic.term(operator, node, scope));
      }
    };
  }

  /** Whether it is a constant without a value. */
  boolean isConstant(Term term) {
    return term instanceof Symbol symbol && symbol.role() == Symbol.Role.CONSTANT;
  }

  List<Value> values(SemanticNode[] nodes, Environment scope) {
    List<Value> values = new ArrayList<>();
    for (SemanticNode node : nodes) {
      values.add(value(node, scope));
    }
    return values;
  }

  public Variables variables() {
    return variables;
  }

  Logic logic() {
    return logic;
  }

  Sets sets() {
    return sets;
  }

  Mappings mappings() {
    return mappings;
  }

  SequenceOperators sequences() {
    return sequences;
  }
}
