/**
 * What rewritten code calls, and what is known of its objects: their identities, their locations,
 * who uses which, and the record from which a call that is run again is answered.
 *
 * <p>{@link org.sabring.explore.runtime.Hooks} is the door: its names and descriptors are those
 * that {@link org.sabring.explore.code} writes into classes, and change only together with it.
 * Monitors, parking, {@code Unsafe}, {@code VarHandle} and the models that stand in for JDK classes
 * are one file each. {@link org.sabring.explore} alone uses the rest.
 */
package org.sabring.explore.runtime;
