/** The protocol as a machine: the same states and steps as in TLA+, as pure functions. */
package org.sabring.spec.machine;
