package org.sabring.spec.cli;

import java.util.concurrent.Callable;

/**
 * The interface of commands that other modules provide, found with {@link java.util.ServiceLoader}:
 * a class with picocli's annotations. It prints on the writer of its command line, and answers with
 * an exit code as {@link Main} says.
 */
public interface ExtensionCommand extends Callable<Integer> {}
