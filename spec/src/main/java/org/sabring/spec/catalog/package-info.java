/**
 * The catalogue of mutants: the ring with one deliberate mistake each, and for every layer and
 * memory whether it is caught there, cannot be seen there, or makes no difference. The data are in
 * {@code mutants.json}; a new mutant is a row there, and its edits are compiled here in memory. The
 * layers measure, and the verdict shows both.
 */
package org.sabring.spec.catalog;
