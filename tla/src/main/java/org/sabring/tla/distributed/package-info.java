/**
 * TLC's own distributed mode: its server for a model, and its workers on this machine or another,
 * in child JVMs that end with whoever started them. {@code sabring worker} is here.
 *
 * <p>What TLC's server and workers ask for, their options and their words, concerns this package
 * alone. {@code org.sabring.tla.tlc} says which models, and judges what comes out.
 */
package org.sabring.tla.distributed;
