/** Shapes of the Java memory model as jcstress tests: what an access may see, and what not. */
package org.sabring.explore.jcstress.shape;
