/**
 * The same bugs under other tools: Lincheck, Fray and jcstress. {@link RivalsTest} runs each on
 * each test in a JVM of its own, and writes {@code spec/doc/rivals.md}.
 */
package org.sabring.bugs.rivals;
