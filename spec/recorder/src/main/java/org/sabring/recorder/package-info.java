/**
 * The recorder: writes down what any JVM queue is asked and answers, thread by thread, as a history
 * for the oracle. Who records gets this artifact and nothing else: it depends on the JDK alone, and
 * on {@code sabring-spec} as an optional dependency, which who judges in process names beside it.
 * That is one line in a test's project, and the parsers that the oracle brings come onto nobody's
 * class path for writing a file; a service found by {@code ServiceLoader} would be the same two
 * artifacts and an interface more, with one implementation. {@link
 * org.sabring.recorder.OracleJudge} alone names classes of {@code spec}, and hands it the text that
 * a file would have: there is one way into the oracle. The calls and their order on the clock may
 * not be changed without the reason in {@link org.sabring.recorder.ThreadLog}.
 */
package org.sabring.recorder;
