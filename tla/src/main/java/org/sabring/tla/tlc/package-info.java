/**
 * TLC on the law: runs it in child JVMs, reads what it prints and the graphs that it writes, and
 * makes checks of that. The layers {@code model} and {@code weak} are here.
 *
 * <p>Another way of running TLC concerns {@code Tlc}, {@code TlcProcess} and {@code TlcServer}
 * alone, or on several machines {@code DistributedLayer}; another form of its output the classes
 * that are named after it. The layer {@code conformance} takes the graphs, and the tests of the
 * explorer's memories take outcomes.
 */
package org.sabring.tla.tlc;
