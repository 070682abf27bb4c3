package org.sabring.spec.check;

import org.sabring.spec.law.Labelled;

/** The bounds of a run: how far the layers go, from seconds to hours. */
public enum Bounds implements Labelled {
  /** For every commit: all layers in five and a half minutes on 2 cores, half of it races. */
  QUICK,
  /** The default: all layers in some 20 minutes there, half of it races. */
  DEFAULT,
  /** As far as is sensible; may take hours. */
  FULL;

  /** How far that is, in a few words. */
  public String says() {
    return switch (this) {
      case QUICK -> "the smallest rings, and few samples";
      case DEFAULT -> "rings of up to four slots, and more samples";
      case FULL -> "as far as is sensible";
    };
  }
}
