package org.sabring.spec.oracle;

import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * The first violation of the law in a trace, with its counterexample.
 *
 * @param rule the rule that it breaks
 * @param file the name of the file
 * @param line the line, from 1, that nothing explains
 * @param found what happened there, in words
 * @param allowed what would have been allowed, in words
 * @param how how it came about: the last lines up to it, at most about twenty
 */
public record TraceFinding(
    Rule rule, String file, long line, String found, String allowed, Interleaving how) {

  /** One line for a terminal: {@code trace.jsonl:12: RB101: found …, allowed: …}. */
  public String text() {
    return file + ":" + line + ": " + rule + ": found " + found + ", allowed: " + allowed;
  }
}
