/**
 * Reactive Streams' own test kit on our publisher, subscriber and processor. {@link
 * org.sabring.properties.stream.tck.TckRun} runs one verification; TestNG, which the kit is written
 * for, finds the classes by reflection.
 */
package org.sabring.properties.stream.tck;
