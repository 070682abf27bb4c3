/** One try of a property: a ring, what is done to it, and who watches. */
package org.sabring.properties.trial;
