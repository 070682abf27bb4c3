package org.sabring.tla.smt.differential;

import java.util.List;
import java.util.Random;

/** Random modules with a function that grows, of which no invariant says how far it goes. */
final class GrowingModule {

  private GrowingModule() {}

  /** The module of a seed. */
  static RandomModule of(long seed) {
    Random random = new Random(seed);
    Expressions expressions = new Expressions(random);
    String bound = expressions.any(List.of("y", "y + 1", "x"));
    String claim = "[f EXCEPT ![%1$s] = %2$d][%1$s] = %2$d".formatted(bound, random.nextInt(2));
    String text =
        """
        ---- MODULE R%d ----
        EXTENDS Integers, Sequences
        CONSTANT N
        ASSUME N \\in 1..3
        VARIABLES b, f, l, r, s, x, y
        vars == <<b, f, l, r, s, x, y>>
        Same == b = FALSE /\\ s = "a" /\\ l = <<>> /\\ r = <<0, FALSE>>
        Universe == /\\ Same /\\ x \\in 0..2 /\\ y \\in 0..2
                    /\\ \\E k \\in 0..3 : f \\in [0..k -> 0..1]
        Init == /\\ Same /\\ x = 0 /\\ y = %d /\\ f = [i \\in 0..%s |-> 0]
        Grow == /\\ y' = y + 1 /\\ f' = [i \\in 0..%s |-> %d] /\\ UNCHANGED <<b, l, r, s, x>>
        Next == y < 2 /\\ Grow
        Spec == Init /\\ [][Next]_vars
        C1 == Same /\\ x \\in 0..2 /\\ y \\in 0..2
        Invariant == C1
        P1 == %s
        Q1 == [][y' > y]_y
        Relation_Q1 == [y' > y]_y
        ====
        """
            .formatted(seed, random.nextInt(2), bound, bound, random.nextInt(2), claim);
    return new RandomModule("R" + seed, text, List.of("C1"), List.of("P1"), List.of("Q1"), false);
  }
}
