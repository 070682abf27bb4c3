package org.sabring.tla.smt.translate;

import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** A construct of TLA+ that is not translated: what it is, and where it stands. */
public final class OutsideFragment extends RuntimeException {

  private static final long serialVersionUID = 1;

  public OutsideFragment(String construct, SemanticNode node) {
    super(construct + " is outside the fragment: " + place(node));
  }

  /** Where a part of a module stands: module, line, column. */
  public static String place(SemanticNode node) {
    Location place = node.getLocation();
    return place.source() + ".tla:" + place.beginLine() + ":" + place.beginColumn();
  }
}
