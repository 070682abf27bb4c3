package org.sabring.spec.check;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Formatting of numbers and durations for people. */
public final class Figures {
  private Figures() {}

  /** A number with its thousands grouped and at most three decimals. */
  public static String text(Number number) {
    DecimalFormat format =
        new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }

  /** A time as people say it: {@code 0.5 s}, {@code 12 s}, {@code 4 min 5 s}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 60) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    return (seconds < 9.95 ? text(Math.round(seconds * 10) / 10.0) : text(whole)) + " s";
  }

  /** Seconds since a moment of {@link System#nanoTime}, with one decimal. */
  public static double secondsSince(long nanos) {
    return Math.round((System.nanoTime() - nanos) / 1e8) / 10.0;
  }

  /** How many checks and controls there are: {@code 1 check, 2 controls}. */
  public static String counts(long checks, long controls) {
    return checks
        + (checks == 1 ? " check, " : " checks, ")
        + controls
        + (controls == 1 ? " control" : " controls");
  }

  /** All figures in one line: {@code states 1,204; depth 33}. */
  public static String text(Map<String, Number> figures) {
    return figures.entrySet().stream()
        .map(figure -> figure.getKey() + " " + text(figure.getValue()))
        .collect(Collectors.joining("; "));
  }
}
