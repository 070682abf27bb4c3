/**
 * The oracles: judge recorded traces against the machine, and histories against a bounded FIFO. A
 * correct ring is never accused, in one pass and bounded memory; whoever changes a judgement keeps
 * {@code OracleLayer}'s controls, the wrong traces that have to be rejected. Depends on {@code
 * trace} and on {@code check}, whose layer it brings; the command line and the samples use it.
 */
package org.sabring.spec.oracle;
