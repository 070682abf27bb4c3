/**
 * Layers of checking, and the evidence that they give: checks, figures, tables. A layer of any
 * module implements {@link org.sabring.spec.check.Layer} and is found by {@code ServiceLoader}; a
 * change of that interface is a change of every layer. Depends on the law and on the catalogue; the
 * verdict is made of what is found here.
 */
package org.sabring.spec.check;
