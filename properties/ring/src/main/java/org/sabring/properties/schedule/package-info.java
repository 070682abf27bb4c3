/**
 * Scripts and schedules, as jqwik samples them: what two sides do to a ring, and in which order
 * they take their steps. A script is run by the explorer under one schedule or under all, or by two
 * real threads whose history the oracle judges.
 */
package org.sabring.properties.schedule;
