/** Litmus programs: the shapes that the field has names for. */
package org.sabring.explore.jcstress.shape.litmus;
