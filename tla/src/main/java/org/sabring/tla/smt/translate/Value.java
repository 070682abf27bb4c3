package org.sabring.tla.smt.translate;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sabring.tla.smt.translate.Term.Symbol;

/** The value that an expression of TLA+ stands for, as far as the translation knows values. */
public sealed interface Value {

  /** A boolean, an integer or a string. */
  record Scalar(Term term) implements Value {}

  /** A function on the integers of a range. What the array holds elsewhere is never asked for. */
  record Mapping(Range domain, Term array, Sort element) implements Value {}

  /** {@code [x \in domain |-> at(x)]}, translated anew for each index, where it is asked for. */
  record Rule(Range domain, Sort element, BiFunction<Term, Environment, Term> at)
      implements Value {}

  /** A record with known fields. */
  record Fields(Map<String, Value> fields) implements Value {}

  record Tuple(List<Value> parts) implements Value {}

  /**
   * A sequence: so many values of an array, one after the other, behind an offset. Its i-th is at
   * {@code offset + i}. What the array holds elsewhere is never asked for, so the sequence without
   * its head is another offset into the same array.
   */
  record Sequence(Term array, Term offset, Term length, Sort element) implements Value {}

  /** A set: it can be asked for its elements, and here and there enumerated. */
  sealed interface Set extends Value {}

  /** {@code low..high} */
  record Range(Term low, Term high) implements Set {}

  /** {@code Int}, or {@code Nat} if it has a least element. */
  record Integers(boolean natural) implements Set {}

  /** A set of finitely many elements, one by one. */
  record Elements(List<Value> elements) implements Set {}

  record Union(Set left, Set right) implements Set {}

  record Difference(Set left, Set right) implements Set {}

  /** {@code {element(x) : x \in set}} of integers. */
  record Image(Set set, String name, Function<Symbol, Term> element) implements Set {}

  /** {@code [domain -> range]} */
  record Functions(Range domain, Set range) implements Set {}

  /** {@code first \X second \X ...} */
  record Product(List<Set> factors) implements Set {}

  /** {@code Seq(elements)} */
  record SequencesOver(Set elements) implements Set {}
}
