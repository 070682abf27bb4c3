/**
 * The law's modules and what is to be checked of them: models and sweeps, as data files beside the
 * modules list them. The law itself is in the folders above {@code src}.
 *
 * <p>What a new field of a data file means is written here first. The packages below depend on this
 * one; it depends on {@code spec} alone.
 */
package org.sabring.tla;
