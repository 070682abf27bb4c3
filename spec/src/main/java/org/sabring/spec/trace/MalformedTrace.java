package org.sabring.spec.trace;

import java.io.IOException;

/**
 * The exception for a file that is no trace: where, what was found there, and what was expected
 * instead.
 */
public final class MalformedTrace extends IOException {
  private static final long serialVersionUID = 1;

  private static final int SHOWN = 40;

  private final String file;
  private final long line;
  private final int column;
  private final String found;
  private final String expected;

  /**
   * @param file the name of the file, {@code -} for standard input
   * @param line the line, from 1; 0 if it is not about a line
   * @param column the byte in the line, from 1; 0 if it is not about a place in the line
   * @param found what is there
   * @param expected what should be there
   */
  public MalformedTrace(String file, long line, int column, String found, String expected) {
    super(place(file, line, column) + ": found " + found + ", expected " + expected);
    this.file = file;
    this.line = line;
    this.column = column;
    this.found = found;
    this.expected = expected;
  }

  private static String place(String file, long line, int column) {
    String at = line == 0 ? file : file + ":" + line;
    return column == 0 ? at : at + ":" + column;
  }

  /** A string as messages show it: in quotes, on one line, not too long. */
  static String quoted(String text) {
    return '"' + shortened(text).replaceAll("\\p{Cntrl}", "?") + '"';
  }

  /** Not more than the first few characters. */
  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** The name of the file, {@code -} for standard input. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 if it is not about a line. */
  public long line() {
    return line;
  }

  /** The byte in the line, from 1; 0 if it is not about a place in the line. */
  public int column() {
    return column;
  }

  /** What was found. */
  public String found() {
    return found;
  }

  /** What was expected. */
  public String expected() {
    return expected;
  }
}
