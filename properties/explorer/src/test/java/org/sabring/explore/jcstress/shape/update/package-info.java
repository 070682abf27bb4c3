/** Fences, atomic updates, and values that may be torn. */
package org.sabring.explore.jcstress.shape.update;
