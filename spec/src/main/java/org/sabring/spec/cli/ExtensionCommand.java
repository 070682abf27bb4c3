package org.sabring.spec.cli;

import java.util.concurrent.Callable;

/**
 * A command that another module brings, found with {@link java.util.ServiceLoader}: a class that is
 * annotated as picocli wants it. It prints on the writer of its command line, and answers with an
 * exit code as {@link Main} says.
 */
public interface ExtensionCommand extends Callable<Integer> {}
