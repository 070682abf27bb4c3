package org.sabring.tla.smt.differential;

import java.util.List;
import java.util.stream.Stream;
import org.sabring.spec.catalog.Mutant.Edit;

/**
 * Mistakes of the translation, each an edit of a shipped source. The first six were holes of it
 * once.
 */
final class WrongTranslations {

  private static final String FOLDER = "tla/src/main/java/org/sabring/tla/smt/";

  private WrongTranslations() {}

  /**
   * A mistake.
   *
   * @param module the seed of the first module that shows it
   */
  record Mistake(String what, long module, Edit edit) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Mistake named(String what) {
    return Stream.concat(ALL.stream(), Stream.of(RARE))
        .filter(one -> one.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  /** A hole that one random module in thousands shows: {@link HolesTest} has one that does. */
  private static final Mistake RARE =
      new Mistake(
          "next values are known where it is asked whether the action is defined",
          0,
          edit("SmtScript.java", " && !open.contains(next)", ""));

  static final List<Mistake> ALL =
      List.of(
          new Mistake(
              "the last of two disjuncts of one operator is the only one",
              151,
              edit(
                  "translate/Action.java",
                  "      found.add(new Action(",
                  "      found.removeIf(one -> one.name().equals(name));\n      found.add(new Action(")),
          new Mistake(
              "a subscript may leave variables out",
              5,
              edit("translate/Temporal.java", "if (!free.isEmpty()) {", "if (free.size() > 99) {")),
          new Mistake(
              "bound symbols have the same names",
              36,
              edit(
                  "translate/TermText.java",
                  "quantified.name() + \".\" + bound.size()",
                  "quantified.name() + \".0\"")),
          new Mistake(
              "the last of two conjuncts of one operator is the only one",
              14,
              edit(
                  "Conjunct.java",
                  "      conjuncts.add(node);",
                  "      conjuncts.removeIf(one -> nameOf(one).equals(nameOf(node)));\n"
                      + "      conjuncts.add(node);")),
          new Mistake(
              "a domain may change with a variable",
              7,
              edit(
                  "translate/Variables.java",
                  "Terms.varies(domain.low()) || Terms.varies(domain.high())",
                  "domain.low() == null")),
          new Mistake(
              "next values are asked for that no action has given",
              78,
              edit(
                  "translate/Translator.java",
                  "variable && scope.primed() && !scope.isGiven(declaration)",
                  "variable && scope.primed() && scope.path() == null")),
          new Mistake(
              "what is not assigned is nobody's business",
              69,
              edit(
                  "translate/Action.java",
                  "!given.containsAll(translator.variables().all())",
                  "given.size() > 99")),
          new Mistake(
              "a value outside the domain is as good as one inside",
              18,
              edit(
                  "translate/Mappings.java",
                  "      translator.require(inside, scope);\n      Term value",
                  "      Term value")),
          new Mistake(
              "a prime does not reach the arguments",
              12,
              edit("translate/Environment.java", "primed || origin.primed", "origin.primed")),
          new Mistake(
              "for all means: is among them and",
              3,
              edit(
                  "translate/Quantifiers.java",
                  "? Smt.implies(among, body) :",
                  "? Smt.and(among, body) :")),
          new Mistake(
              "of a difference the right side does not matter",
              24,
              edit(
                  "translate/Sets.java",
                  "Smt.not(member(value, rest.right(), node, scope))",
                  "Smt.or(Smt.TRUE, member(value, rest.right(), node, scope))")),
          new Mistake(
              "EXCEPT does not look at what it has changed already",
              157,
              edit(
                  "translate/Mappings.java",
                  "new Mapping(mapping.domain(), array, mapping.element());\n      Term value",
                  "new Mapping(mapping.domain(), mapping.array(), mapping.element());\n      Term value")),
          new Mistake(
              "a quotient is rounded to zero",
              109,
              edit(
                  "translate/Arithmetic.java",
                  ": new Application(\"div\", List.of(term, divisor), Sort.INTEGER);",
                  ": Smt.minus(Smt.number(0), new Application(\"div\","
                      + " List.of(Smt.minus(Smt.number(0), term), divisor), Sort.INTEGER));")),
          new Mistake(
              "[A]_v does not allow stuttering",
              1,
              edit("translate/Logic.java", "Smt.or(\n", "Smt.and(\n")),
          new Mistake(
              "of a function it is enough that one value is right",
              18,
              edit(
                  "translate/Mappings.java",
                  "return Smt.quantified(true, index, Smt.implies(inside, held));",
                  "return Smt.quantified(false, index, Smt.and(inside, held));")),
          new Mistake(
              "what stands left of a value is not known there, but to the right",
              12,
              edit(
                  "translate/Logic.java",
                  "here.under(all ? term : Smt.not(term))",
                  "here.under(Smt.FALSE)")),
          new Mistake(
              "the tail of a sequence begins where the sequence does",
              12,
              edit(
                  "translate/SequenceOperators.java",
                  "Smt.plus(sequence.offset(), FIRST),\n          Smt.minus",
                  "sequence.offset(),\n          Smt.minus")),
          new Mistake(
              "the tail of an empty sequence is as good as any",
              9,
              edit(
                  "translate/SequenceOperators.java",
                  "translator.require(Smt.atMost(FIRST, sequence.length()), scope);",
                  "")),
          new Mistake(
              "what is appended is stored in the place of the last",
              13,
              edit(
                  "translate/SequenceOperators.java",
                  "Smt.plus(sequence.offset(), length)",
                  "Smt.plus(sequence.offset(), sequence.length())")),
          new Mistake(
              "sequences are equal if they are equally long",
              12,
              edit(
                  "translate/SequenceOperators.java",
                  "      return Smt.and(\n          length,",
                  "      return Smt.or(\n          length,")),
          new Mistake(
              "of the place in an array only what is asked for is another symbol",
              13,
              edit(
                  "translate/Smt.java",
                  "Map.of(place, index, index, back)",
                  "Map.of(place, index)")),
          new Mistake(
              "a next pair may be any that begins alike",
              3,
              edit(
                  "translate/Variables.java",
                  "        parts.add(given.apply(part, i));",
                  "        parts.add(i > 0 ? Smt.TRUE : given.apply(part, i));")));

  private static Edit edit(String file, String find, String replace) {
    return new Edit(FOLDER + file, find, replace);
  }
}
