/**
 * Mistakes to plant in the memory under the shipped ring, so that the ring itself stays as it is:
 * those of the catalogue, by their names. Those that need the right moment give the other side a
 * little time to come in between.
 */
package org.sabring.jcstress.planted;
