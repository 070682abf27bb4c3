/** The shipped ring under the explorer: programs, monitors, and the layer {@code explore}. */
package org.sabring.properties.explore.ring;
