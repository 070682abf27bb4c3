/** Concurrent collections of the JDK, and stacks. */
package org.sabring.explore.jcstress.shape.collection;
