/**
 * The layer {@code property}: the promises as jqwik properties, sampled on the real ring. Begin at
 * {@link org.sabring.properties.SingleThreadProperties} and {@link
 * org.sabring.properties.TwoThreadProperties} for threads, and at {@link
 * org.sabring.properties.ScheduleProperties} for schedules.
 */
package org.sabring.properties;
