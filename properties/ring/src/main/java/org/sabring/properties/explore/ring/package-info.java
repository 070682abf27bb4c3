/** The shipped ring under the explorer: programs, judges, and the layer {@code explore}. */
package org.sabring.properties.explore.ring;
