/**
 * The shipped memory under the explorer, with nothing abstract below it: the waiter lists with
 * their monitor, their parking and their clock, and the ring on them. What the other programs take
 * for granted of {@link org.sabring.memory.SharedInts} is shown here, with mistakes in the shipped
 * sources that must be found.
 */
@NullMarked
package org.sabring.properties.explore.shipped;

import org.jspecify.annotations.NullMarked;
