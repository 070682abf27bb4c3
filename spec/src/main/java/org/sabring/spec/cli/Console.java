package org.sabring.spec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.sabring.spec.check.Printable;

/**
 * The terminal and the directory that a command writes to.
 *
 * @param out standard output
 * @param err standard error
 * @param columns how wide the terminal is; 0 if standard output is none
 * @param debug whether exceptions are shown with their stack traces
 * @param root the directory of sabring, under which verdicts are written
 */
record Console(PrintWriter out, PrintWriter err, int columns, boolean debug, Path root) {

  /** Where people read: standard output, unless that is taken by JSON. */
  PrintWriter people(boolean json) {
    return json ? err : out;
  }

  /**
   * Whether all of standard output has been written; if not, standard error says so. A {@link
   * PrintWriter} throws nothing, so this is asked once, at the end of every command.
   */
  boolean isWritten() {
    boolean failed = out.checkError();
    if (failed) {
      err.println(
          "sabring: standard output could not be written: is the disk full, or its reader gone?");
    }
    return !failed;
  }

  /** An exception in one line, or with its stack trace if debugging is on. */
  void trouble(Throwable e, String line) {
    err.println(Printable.clean(line));
    if (debug) {
      e.printStackTrace(err);
    } else {
      err.println("SABRING_DEBUG=1 shows where it came from.");
    }
    err.flush();
  }
}
