/**
 * The command line. It knows the layers only as {@link org.sabring.spec.check.Layer}s, and commands
 * of other modules only as {@link org.sabring.spec.cli.ExtensionCommand}s. An exit code keeps its
 * meaning, and what a command prints is in the README: a test compares them. Depends on everything
 * else in {@code spec}; nothing depends on it but commands that other modules bring.
 */
package org.sabring.spec.cli;
