/**
 * The layer {@code property}: the promises as jqwik properties, sampled on the real ring: one
 * thread for both sides, a thread for each, and under schedules and memories of the explorer. A new
 * property belongs to one of the classes that end in {@code Properties}, with the rules that it
 * watches.
 */
package org.sabring.properties;
