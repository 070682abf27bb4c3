/**
 * What is known of the objects of a program: who they are, where their locations are, who uses
 * which, and the record from which a call that is run again is answered.
 *
 * <p>{@link org.sabring.explore.runtime.Execution} is what {@link org.sabring.explore.hook} calls;
 * {@link org.sabring.explore} makes one for each program, and uses the rest. Nothing here knows how
 * classes are rewritten, so all may be changed; but a field keeps its number ({@code Universe.id}),
 * which is in rewritten classes.
 */
package org.sabring.explore.runtime;
