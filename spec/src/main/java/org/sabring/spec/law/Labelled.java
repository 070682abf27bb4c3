package org.sabring.spec.law;

import java.util.Locale;

/** An enum whose constants have labels: their names as files and the command line write them. */
public interface Labelled {

  /** The name of the constant in Java. */
  String name();

  /** The name in lower case, with hyphens. */
  default String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
