package org.sabring.spec.oracle;

import org.sabring.spec.law.Rule;
import org.sabring.spec.trace.StepEvent;

/** The exception for a line of a trace that nothing in the law explains. */
@SuppressWarnings("serial") // never leaves this package
final class UnexplainedStep extends Exception {

  final Rule rule;
  final StepEvent event;
  final String allowed;

  /**
   * @param rule the rule that it breaks
   * @param event the line
   * @param allowed what would have been allowed, in words
   */
  UnexplainedStep(Rule rule, StepEvent event, String allowed) {
    super(rule + ": " + event.text(), null, false, false);
    this.rule = rule;
    this.event = event;
    this.allowed = allowed;
  }
}
