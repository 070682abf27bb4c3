/**
 * The runs of a property: what is sampled is carried out under a schedule, on one thread or on two,
 * and what was recorded is judged, by the oracles and by what memory holds in the end. A new way to
 * run a sample belongs here. The properties depend on it.
 */
package org.sabring.properties.trial;
