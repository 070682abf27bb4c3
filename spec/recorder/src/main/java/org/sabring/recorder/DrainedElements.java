package org.sabring.recorder;

import java.util.List;

/**
 * What one call took, in order: the element of a record that is a batch.
 *
 * @param most how many were asked for
 */
record DrainedElements(List<Object> elements, int most) {}
